"""Communes and places go to the projection of their département, once."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from shapely import Point, box

from carto.zones import project_zones


def communes() -> gpd.GeoDataFrame:
    """Two neighbours of Finistère that overlap a little, and a commune of La Réunion."""
    return gpd.GeoDataFrame(
        {"code_insee": ["97411", "29002", "29001"], "departement": ["974", "29", "29"]},
        geometry=[
            box(55.4, -21.0, 55.5, -20.9),
            box(-4.0, 48.0, -3.9, 48.1),
            box(-4.1, 48.0, -3.999999, 48.1),
        ],
        crs=4326,
    )


def sites(*departements: str) -> gpd.GeoDataFrame:
    points = [Point(55.45, -20.9) if code == "974" else Point(-4, 48) for code in departements]
    ids = [f"fs-{rank}" for rank in range(len(points), 0, -1)]
    frame = {"id": ids, "departement": list(departements)}
    return gpd.GeoDataFrame(frame, geometry=points, crs=4326)


def test_each_zone_has_its_communes_and_places_in_order() -> None:
    zones = project_zones(communes(), sites("29", "29", "974", "75"))
    assert list(zones) == [2154, 2975]
    finistere = zones[2154]
    assert finistere.communes["code_insee"].to_list() == ["29001", "29002"]
    assert finistere.sites["id"].to_list() == ["fs-1", "fs-3", "fs-4"]
    assert (finistere.epsg, finistere.communes.crs.to_epsg()) == (2154, 2154)
    assert zones[2975].sites["id"].to_list() == ["fs-2"]
    assert finistere.sites.geometry.x.between(1e5, 1.3e6).all()


def test_communes_of_a_zone_are_a_coverage() -> None:
    (zone, _) = project_zones(communes(), sites("29")).values()
    assert shapely.coverage_is_valid(zone.communes.geometry.to_numpy())


def test_a_zone_without_a_place_has_an_empty_table() -> None:
    assert [len(zone.sites) for zone in project_zones(communes(), sites()).values()] == [0, 0]


def test_rows_of_communes() -> None:
    (zone, _) = project_zones(communes(), sites("29")).values()
    assert zone.rows(np.array(["29002", "29001"])).tolist() == [0, 1]
