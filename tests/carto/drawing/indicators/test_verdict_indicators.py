"""The verdict, the types and how far verdicts hold, as classes of words."""

from __future__ import annotations

import pytest

from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.indicators.verdict_indicators import TYPES
from carto.verdict.typology import TYPE_OF_ALERTS
from carto.vocabulary import ROBUSTNESS_WORDS, TERRITORY_TYPES


def test_types_come_by_their_number_of_alerts() -> None:
    assert set(TYPES) == set(TERRITORY_TYPES)
    alerts = {name: sum(raised) for raised, name in TYPE_OF_ALERTS.items()}
    counts = [alerts[name] for name in TYPES]
    assert counts == sorted(counts)


@pytest.mark.parametrize(("key", "words"), ROBUSTNESS_WORDS.items())
def test_robustness_is_written_in_its_words(key, words) -> None:
    assert INDICATORS["solidite"].text({"robustness": key}) == words


def test_a_type_is_written_in_its_words() -> None:
    typologie = INDICATORS["typologie"]
    assert typologie.text({"typology": "double_peine"}) == "double peine"
    assert typologie.text({"typology": "sans_objet"}) == "sans objet"
    assert typologie.text({"typology": None}) == "donnée absente"


def test_what_has_no_word_has_no_class() -> None:
    for key in ("typologie", "solidite"):
        assert INDICATORS[key].class_of({}) is None
