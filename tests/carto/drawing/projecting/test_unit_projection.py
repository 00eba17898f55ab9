"""Maps by EPCI and by département: whole EPCI, true borders, towns of the territory only."""

from __future__ import annotations

import geopandas as gpd
import pytest
from shapely.geometry import Point, box

from carto.cells import cut_cells
from carto.drawing.projecting.unit_projection import UnitCut, project_units
from carto.drawing.shapes import MapShapes

SIDE_M = 10_000
# The second EPCI lies in both départements; the last commune is in none.
COMMUNES = [
    ("29", "200000001"),
    ("29", "200000002"),
    ("29", "200000002"),
    ("22", "200000002"),
    ("22", "200000003"),
    ("29", None),
]


@pytest.fixture
def cells() -> gpd.GeoDataFrame:
    """Cells of squares in a row, in Lambert-93."""
    departements, epci = zip(*COMMUNES, strict=True)
    shapes = [
        box(SIDE_M * rank, 6_800_000, SIDE_M * (rank + 1), 6_800_000 + 3 * SIDE_M)
        for rank in range(len(COMMUNES))
    ]
    return cut_cells(
        gpd.GeoDataFrame(
            {"departement": departements, "siren_epci": epci}, geometry=shapes, crs=2154
        )
    )


@pytest.fixture
def towns() -> gpd.GeoDataFrame:
    points = [Point(SIDE_M * x, 6_815_000) for x in (1.5, 4.5)]
    rows = {"nom": ["Brest", "Guingamp"], "departement": ["29", "22"]}
    return gpd.GeoDataFrame(rows, geometry=points, crs=2154)


def draw(
    cells: gpd.GeoDataFrame, towns: gpd.GeoDataFrame, units: str, *departements: str
) -> MapShapes:
    cut = UnitCut(units, "departement", departements)
    return project_units(cells, cut, towns, territory="Essai", epsg=2154)


def test_an_epci_that_crosses_the_border_is_drawn_whole(cells, towns) -> None:
    shapes = draw(cells, towns, "siren_epci", "29")
    assert list(shapes.units) == ["200000001", "200000002"]
    assert set(shapes.anchors) == set(shapes.units)
    width = shapes.units_per_km * SIDE_M / 1000
    # From the first square to the last: the part of an EPCI beyond the border is there.
    assert shapes.width == pytest.approx(6 * width + 12, abs=2)
    assert shapes.outline.count("M") == 2
    assert shapes.borders == ""


def test_a_region_shows_its_departements_over_its_epci(cells, towns) -> None:
    shapes = draw(cells, towns, "siren_epci", "22", "29")
    assert list(shapes.units) == ["200000001", "200000002", "200000003"]
    assert shapes.borders.count("M") == 2
    assert list(draw(cells, towns, "departement", "22", "29").units) == ["22", "29"]


def test_towns_are_those_of_the_territory_and_no_place_is_drawn(cells, towns) -> None:
    shapes = draw(cells, towns, "siren_epci", "29")
    assert list(shapes.names) == ["Brest"]
    assert shapes.sites == {}
    assert MapShapes.from_json(shapes.to_json()) == shapes
