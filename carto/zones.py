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
from carto.crs import by_zone


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


def project_zones(communes: gpd.GeoDataFrame, sites: gpd.GeoDataFrame) -> dict[int, Zone]:
    """Part communes and places by legal projection.

    Parameters
    ----------
    communes
        Published communes, columns `code_insee`, `departement` and polygons in any declared CRS.
    sites
        Placed sites, columns `id`, `departement` and points; may be empty.

    Returns
    -------
    dict
        EPSG code, rising → its zone; a zone without a commune has none.
    """
    placed = dict(by_zone(sites["departement"]))
    return {
        epsg: Zone(epsg, _coverage(communes[mask], epsg), _points(sites, placed.get(epsg), epsg))
        for epsg, mask in by_zone(communes["departement"])
    }


def _coverage(communes: gpd.GeoDataFrame, epsg: int) -> gpd.GeoDataFrame:
    """Project communes and mend them as a coverage."""
    projected = communes.to_crs(epsg).sort_values("code_insee", ignore_index=True)
    return projected.set_geometry(
        gpd.GeoSeries(as_coverage(projected.geometry.to_numpy()), crs=epsg)
    )


def _points(sites: gpd.GeoDataFrame, mask: NDArray[np.bool_] | None, epsg: int) -> gpd.GeoDataFrame:
    """Project the places of a zone, if there is any."""
    here = sites.iloc[:0] if mask is None else sites[mask]
    return here.to_crs(epsg).sort_values("id", ignore_index=True)
