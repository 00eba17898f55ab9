"""The communes and places of a zone, in its projection."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from shapely import Point, box

from carto.zones import project_zone


def communes() -> gpd.GeoDataFrame:
    """Two neighbours of Finistère that overlap a little."""
    return gpd.GeoDataFrame(
        {"code_insee": ["29002", "29001"]},
        geometry=[
            box(-4.0, 48.0, -3.9, 48.1),
            box(-4.1, 48.0, -3.999999, 48.1),
        ],
        crs=4326,
    )


def sites(count: int) -> gpd.GeoDataFrame:
    """Places on one point, the last one first."""
    ids = [f"fs-{rank}" for rank in range(count, 0, -1)]
    return gpd.GeoDataFrame({"id": ids}, geometry=[Point(-4, 48)] * count, crs=4326)


def test_communes_and_places_are_projected_and_in_order() -> None:
    zone = project_zone(communes(), sites(3), 2154)
    assert zone.communes["code_insee"].to_list() == ["29001", "29002"]
    assert zone.sites["id"].to_list() == ["fs-1", "fs-2", "fs-3"]
    assert (zone.epsg, zone.communes.crs.to_epsg(), zone.sites.crs.to_epsg()) == (2154,) * 3
    assert zone.sites.geometry.x.between(1e5, 1.3e6).all()


def test_communes_of_a_zone_are_a_coverage() -> None:
    zone = project_zone(communes(), sites(1), 2154)
    assert not shapely.coverage_is_valid(communes().to_crs(2154).geometry.to_numpy())
    assert shapely.coverage_is_valid(zone.communes.geometry.to_numpy())


def test_a_zone_may_have_no_place() -> None:
    assert project_zone(communes(), sites(0), 2154).sites.empty


def test_rows_of_communes() -> None:
    zone = project_zone(communes(), sites(1), 2154)
    assert zone.rows(np.array(["29002", "29001"])).tolist() == [0, 1]
