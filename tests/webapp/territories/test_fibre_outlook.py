"""Tests of `webapp.territories.fibre_outlook`: no date without bounds or reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from webapp.territories.fibre_outlook import Outlook, fibre_outlook

ESTIMATED = {
    "projection_status": "estimee",
    "fibre_95_quarter": "2027-T3",
    "fibre_95_quarter_low": "2027-T1",
    "fibre_95_quarter_high": "2028-T2",
}
PROJECTED = [
    {
        "horizon": 1,
        "quarter": "2026-T3",
        "rate": 0.8,
        "rate_low": 0.78,
        "rate_high": 0.83,
        "locaux_restants": 155.6,
    }
]


def outlook(communes: Mapping[str, Any], facts: Mapping[str, Any], **own: Any) -> Outlook:
    return fibre_outlook({**communes["29001"], **own}, PROJECTED if own else [], facts)


def said(found: Outlook) -> str:
    return " ".join(found.lines).replace("\u00a0", " ")


def test_a_date_has_its_bounds(communes, facts) -> None:
    found = outlook(communes, facts, **ESTIMATED)
    assert "95 % de couverture serait atteint au 3e trimestre 2027" in said(found)
    assert "entre le 1er trimestre 2027 et le 2e trimestre 2028" in said(found)
    assert "156 locaux" in said(found)
    assert "pas un engagement" in said(found)
    assert found.chart.startswith("<figure")


def test_a_date_too_far_is_not_said(communes, facts) -> None:
    assert "au-delà de trois ans" in said(
        outlook(communes, facts, **{**ESTIMATED, "fibre_95_quarter": None})
    )
    assert "et au-delà de trois ans" in said(
        outlook(communes, facts, **{**ESTIMATED, "fibre_95_quarter_high": None})
    )


@pytest.mark.parametrize(
    ("status", "words"),
    [("atteinte", "a déjà atteint"), ("A_L_ARRET", "Aucun nouveau local"), (None, "Aucune date")],
)
def test_what_is_not_estimated_says_why(communes, facts, status: str, words: str) -> None:
    found = outlook(communes, facts, projection_status=status)
    assert words in said(found)


def test_without_a_calendar_copper_is_not_spoken_of(communes, facts) -> None:
    assert outlook(communes, facts).copper == ()


def test_the_end_of_copper_is_said_with_its_date(communes, facts) -> None:
    found = outlook(communes, facts, copper_class="CU3", fermeture_technique="2027-01-31")
    text = " ".join(found.copper).replace("\u00a0", " ")
    assert "31 janvier 2027" in text
    assert "184 locaux à raccorder" in text
    assert "n'est pas une définition légale" in text
