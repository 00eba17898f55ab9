"""A schematic island territory: nine square communes, one of them an islet, and two EPCI."""

from __future__ import annotations

from collections.abc import Callable

import geopandas as gpd
import pytest
from shapely.geometry import Point, box

from carto.drawing.projecting.projection import project_shapes
from carto.drawing.shapes import MapShapes
from carto.drawing.wording import Row

LAMBERT_93 = 2154
SIDE_M = 5_000
WEST, SOUTH = 150_000, 6_800_000


@pytest.fixture
def make_row() -> Callable[..., Row]:
    """Build a complete row of a commune, any column replaced."""

    def make(code: str = "29001", **columns: object) -> Row:
        return {
            "code_insee": code,
            "nom": f"Commune {code}",
            "nom_epci": "CC des Carrés",
            "population": 1000,
            "taux_couverture_ftth": 0.92,
            "nearest_site_min": 12.4,
            "accessibility": 0.61,
            "accessibility_low": 0.61,
            "accessibility_high": 0.61,
            "need": 4,
            "verdict": "1",
            "verdict_low": 1,
            "verdict_high": 1,
            "reasons": {},
        } | columns

    return make


@pytest.fixture
def squares() -> gpd.GeoDataFrame:
    """Eight squares in two columns and an islet, in Lambert-93."""
    cells = [
        box(x, y, x + SIDE_M, y + SIDE_M)
        for x in (WEST, WEST + SIDE_M)
        for y in range(SOUTH, SOUTH + 4 * SIDE_M, SIDE_M)
    ]
    islet = box(WEST - 9000, SOUTH, WEST - 8990, SOUTH + 10)
    codes = [f"2900{number}" for number in range(1, 10)]
    return gpd.GeoDataFrame(
        {
            "code_insee": codes,
            "nom": [f"Commune {code}" for code in codes],
            "population": [9000, 800, 700, 600, 500, 400, None, 200, 100],
            "siren_epci": ["200000001"] * 4 + ["200000002"] * 4 + [None],
        },
        geometry=[*cells, islet],
        crs=LAMBERT_93,
    )


@pytest.fixture
def places() -> gpd.GeoDataFrame:
    """One place inside the territory, and one far away."""
    points = [Point(WEST + 2000, SOUTH + 2000), Point(WEST + 900_000, SOUTH)]
    return gpd.GeoDataFrame({"id": ["fs-1", "fs-2"]}, geometry=points, crs=LAMBERT_93)


@pytest.fixture
def shapes(squares: gpd.GeoDataFrame, places: gpd.GeoDataFrame) -> MapShapes:
    """Shapes of the territory."""
    return project_shapes(squares, places, territory="Carrés", epsg=LAMBERT_93)


@pytest.fixture
def rows(make_row: Callable[..., Row], squares: gpd.GeoDataFrame) -> list[Row]:
    """One row per square: every verdict, one undecided."""
    verdicts = ["0", "1", "2", "3", "3", "1", "indetermine", "sans_objet", "0"]
    return [
        make_row(code, verdict=verdict)
        for code, verdict in zip(squares["code_insee"], verdicts, strict=True)
    ]
