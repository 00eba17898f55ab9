"""Zones: the communes and places of one legal projection, projected and mended once.

Every map is drawn from its zone: projecting the places of France again for each of 1,300
territories took longer than all the rest of a build.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import numpy as np
from numpy.typing import NDArray

from carto.coverage import as_coverage


@dataclass(frozen=True)
class Zone:
    """What lies in one metric projection.

    Attributes
    ----------
    epsg
        The projection, see `carto.crs.metric_crs`.
    communes
        Rows of the `communes` table in this projection, sorted by code; a coverage.
    sites
        Rows of the `sites` table in this projection, sorted by id.
    """

    epsg: int
    communes: gpd.GeoDataFrame
    sites: gpd.GeoDataFrame

    @cached_property
    def codes(self) -> NDArray[np.str_]:
        """Codes of the communes, rising."""
        return self.communes["code_insee"].to_numpy(dtype=str)

    def rows(self, codes: NDArray[np.str_]) -> NDArray[np.int64]:
        """Find the positions of communes of this zone, rising."""
        return np.sort(np.searchsorted(self.codes, codes))


def project_zone(communes: gpd.GeoDataFrame, sites: gpd.GeoDataFrame, epsg: int) -> Zone:
    """Project the communes and places of one zone.

    Parameters
    ----------
    communes
        Column `code_insee` and polygons in any declared CRS; those that do not share their
        borders exactly are mended.
    sites
        Column `id` and points in any declared CRS; may be empty.
    epsg
        The projection, see `carto.crs.by_zone`.
    """
    projected = communes.to_crs(epsg).sort_values("code_insee", ignore_index=True)
    polygons = gpd.GeoSeries(as_coverage(projected.geometry.to_numpy()), crs=epsg)
    places = sites.to_crs(epsg).sort_values("id", ignore_index=True)
    return Zone(epsg, projected.set_geometry(polygons), places)
