"""Tests of `webapp.territories.territory_study`."""

from __future__ import annotations

from typing import Any

from webapp.territories.territory_study import TerritoryStudy, territory_study

TRAVEL = "à vol d'oiseau"
ROW: dict[str, Any] = {
    "nom": "Ici",
    "communes_underserved": 9,
    "communes_underserved_robuste": 6,
    "communes_underserved_fragile": 2,
    "communes_underserved_bascule": 1,
    "accessibility_gini": 0.42,
    "sites_per_10000": 0.2,
    "hours_per_year_per_1000": 25.2,
    **{f"population_beyond_{minutes}_min_share": 1 / minutes for minutes in (10, 15, 20, 30)},
}


def test_thousands_are_kept_together() -> None:
    lines = " ".join(territory_study(ROW, TRAVEL).lines)
    assert "pour 1\u202f000 habitants" in lines
    assert "10\u202f000 habitants" in lines


def said(found: TerritoryStudy) -> str:
    return " ".join(found.lines).replace("\u00a0", " ")


def test_the_solidity_of_the_verdicts_is_counted() -> None:
    text = said(territory_study(ROW, TRAVEL))
    assert "9 verdicts de sous-desserte : 6 robustes, 2 fragiles, 1 qui peut basculer." in text


def test_a_territory_is_put_beside_another() -> None:
    text = said(territory_study(ROW, TRAVEL, {"nom": "Finistère", "accessibility_gini": 0.5}))
    assert "0,42 (Finistère : 0,50)" in text
    assert "0,20 lieu pour 10\u202f000 habitants, et 25 heures" in text


def test_distances_are_drawn() -> None:
    drawn = territory_study(ROW, TRAVEL).distances.replace("\u00a0", " ")
    assert "À plus de 30 min" in drawn
    assert "3,3 %" in drawn
    assert drawn.startswith("<figure")
    assert TRAVEL in drawn


def test_what_is_not_published_is_not_said() -> None:
    found = territory_study({"nom": "Ici", "communes_underserved": 0}, TRAVEL)
    assert found == TerritoryStudy((), "")
