"""Cells: every commune in one of them, the same borders for whatever they make up."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import box

from carto.cells import NO_EPCI, cut_cells, simplify_cells, unite

ROWS = [
    ("29", "200000001"),
    ("29", "200000001"),
    ("22", "200000001"),
    ("22", "200000002"),
    ("29", None),
]


@pytest.fixture
def communes() -> gpd.GeoDataFrame:
    """Five squares in a row, of 1 km."""
    shapes = [box(1000 * rank, 0, 1000 * rank + 1000, 1000) for rank in range(len(ROWS))]
    departements, epci = zip(*ROWS, strict=True)
    return gpd.GeoDataFrame(
        {"departement": departements, "siren_epci": epci}, geometry=shapes, crs=2154
    )


def test_a_cell_is_the_part_of_an_epci_in_a_departement(communes: gpd.GeoDataFrame) -> None:
    cells = cut_cells(communes)
    keys = list(zip(cells["siren_epci"], cells["departement"], cells["region"], strict=True))
    assert keys == [
        (NO_EPCI, "29", "53"),
        ("200000001", "22", "53"),
        ("200000001", "29", "53"),
        ("200000002", "22", "53"),
    ]
    assert cells.geometry.area.tolist() == [1e6, 1e6, 2e6, 1e6]
    assert shapely.coverage_is_valid(cells.geometry.to_numpy())


def test_territories_are_unions_of_cells_and_no_epci_is_none(communes: gpd.GeoDataFrame) -> None:
    cells = cut_cells(communes)
    assert {code: shape.area for code, shape in unite(cells, "siren_epci").items()} == {
        "200000001": 3e6,
        "200000002": 1e6,
    }
    assert list(unite(cells, "departement")) == ["22", "29"]


def test_a_cell_too_small_to_be_seen_keeps_its_outline(communes: gpd.GeoDataFrame) -> None:
    cells = cut_cells(communes)
    simple = simplify_cells(cells, 1e6)
    assert not simple.geometry.is_empty.any()
    assert list(simple["siren_epci"]) == list(cells["siren_epci"])
