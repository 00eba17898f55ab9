"""Tests of `webapp.method.worked_supply`: a calculator gives the published values again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from carto.french import NARROW, NBSP
from webapp.method.sheet import Example
from webapp.method.worked_supply import MOST_PLACES, supply_example

Row = Mapping[str, Any]


def brought(site: str, weight: float, hours: float, people: float) -> Row:
    return {
        **{"site_id": site, "minutes": 12.0, "weight": weight, "hours_per_week": hours},
        **{"people": people, "accessibility": round(1000 * weight * hours / people, 6)},
    }


def worked(places: list[Row], **changes: Any) -> Example:
    total = sum(place["accessibility"] for place in places)
    row = {"accessibility_low": total, "accessibility_high": total, "reasons": {}, **changes}
    sites = {place["site_id"]: {"nom": f"Lieu {place['site_id']}"} for place in places}
    return supply_example(row, places, sites, 20.0)


def text(example: Example) -> str:
    return " ".join(example.lines).replace(NBSP, " ").replace(NARROW, " ")


@pytest.mark.parametrize(
    "place", [("a", 0.1, 24.0, 16786.0), ("b", 0.123034, 23.3333, 19138.11), ("c", 1, 35, 120.25)]
)
def test_the_line_of_the_first_place_can_be_computed(place: tuple[str, float, float, float]):
    said = text(worked([brought(*place)]))
    found = re.search(r": ([\d,]+) × ([\d,]+) × 1 000 ÷ ([\d ,]+) = ([\d ,]+)\.", said)
    assert found is not None
    weight, hours, people, result = (
        float(number.replace(" ", "").replace(",", ".")) for number in found.groups()
    )
    assert weight * hours * 1000 / people == pytest.approx(result, abs=1e-4)


def test_the_line_reads_as_a_sum_on_paper() -> None:
    said = text(worked([brought("a", 0.1, 24.0, 16786.0)]))
    assert "Lieu a : 0,1 × 24 × 1 000 ÷ 16 786 = 0,1430." in said
    assert "1 lieu compte ; ce qu'il apporte est l'offre accessible" in said


def test_only_the_places_that_bring_most_are_listed() -> None:
    places = [brought(f"p{i:02}", 1.0, 10.0 + i, 1000.0) for i in range(MOST_PLACES + 2)]
    found = worked(places)
    assert [part.hours for part in found.parts] == [str(19 - i) for i in range(MOST_PLACES)]
    assert "10 lieux comptent ; la somme" in text(found)
    assert "Les 8 premiers sont montrés." in text(found)


def test_places_shared_with_unknown_people_are_said() -> None:
    said = text(worked([brought("a", 1.0, 10.0, 1000.0)], accessibility_low=0.0))
    assert "Sans ceux dont une partie des usagers est hors des données : 0,0000." in said


def test_nothing_in_reach_and_nothing_known_differ() -> None:
    assert text(worked([])) == "Aucun lieu ouvert à 20 min ou moins : 0 h."
    reasons = {"accessibility": "POPULATION_ABSENTE"}
    assert "donnée absente" in text(worked([], accessibility_high=None, reasons=reasons))
