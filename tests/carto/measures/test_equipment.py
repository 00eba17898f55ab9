"""Places of equipment alone add to a figure of their own, and to nothing else."""

from __future__ import annotations

import geopandas as gpd
import pytest

from carto.measures.equipment import measure_with_equipment
from carto.measures.reach import measure_reach
from carto.verdict.parameters import Parameters
from tests.carto.measures.test_reach import HOURS, communes, places

HERE = communes((0, 1000), (30, 500))


def settled(equipment_km: float | None = None, *, known: bool = True) -> gpd.GeoDataFrame:
    """One place of help at 0 km, and one of equipment, of as many hours."""
    rows: list[tuple[float, float, str, bool]] = [(0, HOURS, "declarees", True)]
    if equipment_km is not None:
        rows.append((equipment_km, HOURS, "declarees", known))
    table = places(*rows)
    is_equipment = [False, True][: len(table)]
    is_supply = [not only for only in is_equipment]
    ids = [f"lieux:{number}" for number in range(len(table))]
    return table.assign(id=ids, lieu_id=None, is_equipment_only=is_equipment, is_supply=is_supply)


def with_equipment(table: gpd.GeoDataFrame) -> tuple[list[float], list[float], list[float]]:
    """Measure the accessibility of help, then both bounds with equipment."""
    supply = table[table["is_supply"]].reset_index(drop=True)
    reach = measure_reach(HERE, supply, Parameters())
    found = measure_with_equipment(HERE, table, reach, Parameters())
    return reach.high.tolist(), found.low.tolist(), found.high.tolist()


def test_equipment_adds_its_hours() -> None:
    help_alone, low, high = with_equipment(settled(0))
    assert low == high == [pytest.approx(2 * help_alone[0], abs=1e-4), 0]


def test_equipment_may_be_all_that_is_reached() -> None:
    help_alone, _, high = with_equipment(settled(30))
    assert (help_alone[1], high[0]) == (0, help_alone[0])
    assert high[1] > 0


def test_without_any_it_is_the_accessibility() -> None:
    help_alone, low, high = with_equipment(settled())
    assert help_alone == low == high


def test_equipment_among_unknown_people_only_bounds() -> None:
    help_alone, low, high = with_equipment(settled(0, known=False))
    assert low == help_alone
    assert high[0] == pytest.approx(2 * help_alone[0], abs=1e-4)
