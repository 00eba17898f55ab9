"""Sentences that have much to say fit in sixty words, and still say what their share is of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto import flags
from carto.french import NBSP
from carto.verdict.sentence import commune_sentence
from tests.carto.verdict.test_sentence import (
    LONG_NAME,
    STATES,
    WORDING,
    State,
    possible,
    row,
    underserved,
)


@pytest.mark.parametrize("state", [s for s in STATES if s[2] and underserved(s) is not None])
@pytest.mark.parametrize("robustness", ["robuste", "fragile", "bascule"])
@pytest.mark.parametrize("minutes", ["as is", None])
def test_a_sentence_that_has_all_to_say_is_short(
    state: State, robustness: str, minutes: str | None
) -> None:
    wording = replace(WORDING, sites_since="2022-12-14")
    all_of_it = row(
        state,
        nom=LONG_NAME,
        flags=flags.ITINERANT_DECIDE,
        copper_class="CU3",
        fermeture_technique="2027-01-31",
        robustness=robustness,
        agreement=0.97,
        accessibility_quality="C",
    )
    if minutes is None:
        all_of_it["nearest_site_min"] = None
    text = commune_sentence(all_of_it, possible(state), wording)
    assert len(text.split()) <= 60, text
    assert ("97" in text) is (len(possible(state)) == 1)


def test_a_short_sentence_says_what_the_share_is_of() -> None:
    """« Peut basculer (34 % seulement) » would leave a reader to guess what holds in 34 %."""
    said = {"robustness": "bascule", "agreement": 0.345}
    several = replace(WORDING, sites_since="2022-12-14")
    much = row((False, True, True), flags=flags.ITINERANT_DECIDE, **said)
    most = commune_sentence(much, (1,), several)
    assert most.endswith(f"Peut basculer (confirmé par 34{NBSP}% des calculs refaits seulement).")
    assert "offre de 0,50" in most
    short = replace(several, need_name="besoin (IFN 2023)")
    less = commune_sentence(
        row((False, True, True), nom="Saint Jean du Doigt", **said), (1,), short
    )
    assert less.endswith(f"Peut basculer (confirmé par 34{NBSP}% des calculs refaits seulement).")
    assert "entre décembre 2022 et" in less
