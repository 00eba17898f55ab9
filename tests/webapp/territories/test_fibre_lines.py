"""Tests of `webapp.territories.fibre_lines`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from webapp.territories.fibre_lines import fibre_lines

Rows = list[dict[str, Any]]


def rows(series: str, informed: float | None = 1.0, **shares: float | None) -> Rows:
    """Rows of a series, `T2_2026=0.9` for each quarter."""
    return [
        {
            "series": series,
            "quarter": f"{name[3:]}-{name[:2]}",
            "taux_couverture_ftth": share,
            "fibre_informed_share": informed,
        }
        for name, share in shares.items()
    ]


def said(html: str) -> str:
    """Text with plain spaces."""
    return html.replace("\u00a0", " ").replace("\u202f", " ")


def test_each_territory_is_said_and_every_quarter_is_in_the_table(facts: Mapping[str, Any]) -> None:
    here = rows("releve", T1_2026=0.8, T2_2026=0.9)
    france = rows("releve", T1_2026=0.85, T2_2026=0.86)
    text = said(fibre_lines([("Finistère", here), ("France", france)], facts))
    assert "Finistère : 90,0 % au 2e trimestre 2026, contre 80,0 % au 1er trimestre 2026" in text
    assert "; France : 86,0 %." in text
    assert text.count("<tr>") == 3
    assert "Population renseignée" in text
    assert "ARCEP" in text


def test_one_quarter_draws_nothing(facts: Mapping[str, Any]) -> None:
    assert fibre_lines([("Ici", rows("releve", T2_2026=0.9))], facts) == ""
    assert fibre_lines([("Ici", rows("releve", T1_2026=None, T2_2026=0.9))], facts) == ""
    assert fibre_lines([], facts) == ""


def test_two_ways_of_counting_are_drawn_apart_and_said(facts: Mapping[str, Any]) -> None:
    here = rows("historique", T1_2018=0.2, T2_2018=0.3) + rows("releve", T4_2023=0.8)
    text = said(fibre_lines([("Ici", here)], facts))
    assert "Ici : 80,0 % au 4e trimestre 2023." in text
    assert "contre" not in text
    assert "ne se comparent pas" in text


def test_a_history_that_reaches_the_latest_quarter_stands_alone(facts: Mapping[str, Any]) -> None:
    here = rows("historique", T1_2026=0.7, T2_2026=0.75) + rows("releve", T2_2026=0.8)
    text = said(fibre_lines([("Ici", here)], facts))
    assert "75,0 % au 2e trimestre 2026" in text
    assert "80,0" not in text
    assert "ne se comparent pas" not in text


def test_a_commune_has_no_share_of_people_informed(facts: Mapping[str, Any]) -> None:
    here = rows("releve", None, T1_2026=0.8, T2_2026=0.9)
    assert "Population renseignée" not in fibre_lines([("Brest", here)], facts)
