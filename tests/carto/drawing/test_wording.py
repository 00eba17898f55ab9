"""Values in words: faithful to their class, explicit when missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.drawing.indicators.classification import INDICATORS


@pytest.mark.parametrize(
    ("indicator", "columns", "words"),
    [
        ("fibre", {"taux_couverture_ftth": 0.9021}, "90,2\xa0%"),
        ("fibre", {"taux_couverture_ftth": 0.94996}, "94,996\xa0%"),
        ("fibre", {"taux_couverture_ftth": 0.99999}, "99,999\xa0%"),
        ("fibre", {"taux_couverture_ftth": None}, "donnée absente"),
        ("temps", {"nearest_site_min": 12.4}, "12\xa0min"),
        ("temps", {"nearest_site_min": 19.96}, "19,96\xa0min"),
        ("temps", {"nearest_site_min": 20.0}, "20\xa0min"),
        ("temps", {"nearest_site_min": 20.04}, "20,04\xa0min"),
        ("acces", {"accessibility": 0.0}, "0,00\xa0h par semaine pour 1\u202f000 habitants"),
        ("besoin", {"need": 7}, "7\xa0sur 10"),
        ("besoin", {"need": 6.96}, "6,96\xa0sur 10"),
        ("verdict", {"verdict": "3"}, "prioritaire"),
        ("verdict", {"verdict": "sans_objet"}, "sans objet"),
        (
            "verdict",
            {"verdict": "indetermine", "verdict_low": 1, "verdict_high": 3},
            "indéterminé (entre vigilance et prioritaire)",
        ),
        (
            "acces",
            {"accessibility": None, "accessibility_low": 0.12, "accessibility_high": 0.8},
            "entre 0,12 et 0,80\xa0h par semaine pour 1\u202f000 habitants",
        ),
        (
            "besoin",
            {"need": None, "reasons": '{"need": "COMMUNE_ABSENTE"}'},
            "donnée absente\xa0: la commune est absente du fichier source",
        ),
        ("besoin", {"need": None, "reasons": {"need": "INCONNU"}}, "donnée absente"),
    ],
)
def test_values_in_words(indicator, columns, words, make_row) -> None:
    assert INDICATORS[indicator].text(make_row(**columns)) == words


@given(st.floats(0, 60, allow_nan=False))
def test_words_never_contradict_the_class(minutes) -> None:
    temps = INDICATORS["temps"]
    words = temps.text({"nearest_site_min": minutes})
    shown = float(words.removesuffix("\xa0min").replace(",", "."))
    if abs(shown - minutes) > 1e-5:
        assert temps.class_of({"nearest_site_min": shown}) == temps.class_of(
            {"nearest_site_min": minutes}
        )


def test_every_row_without_columns_reads_as_missing() -> None:
    assert {indicator.text({}) for indicator in INDICATORS.values()} == {"donnée absente"}
