"""Places that help: each one put on the ground, in its commune, with its hours and its doubts."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from carto import flags
from carto.codes import departement_of, landmass_of
from carto.crs import by_zone
from carto.measures.supply import measure_hours
from carto.positions import Position, locate
from carto.territories import Territories
from carto.verdict.parameters import Supply

# A published point farther than this from its declared commune is flagged.
FAR_M = 1000.0


def settle(
    sites: pd.DataFrame, territories: Territories, supply: Supply
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Place the parsed sites and retain their hours.

    Parameters
    ----------
    sites
        Meets the `sites` input contract; may lie beyond the perimeter.
    territories
        The communes in the data.
    supply
        Rules of hours.

    Returns
    -------
    placed
        The sites, sorted by id, with `departement is_in_scope is_demand_known hours_per_year
        hours_source flags landmass x_m y_m metres_outside` and a point geometry (EPSG:4326).
    homeless
        Sites with neither usable coordinates nor a known commune: reported, not placed.
    """
    communes = territories.table
    sites, corrected = _with_living_codes(sites.sort_values("id", ignore_index=True), territories)
    located = locate(sites, communes)
    known = communes.set_index("code_insee")
    at_commune = (located.position == Position.MISSING) & sites["code_insee"].isin(known.index)
    home = known.reindex(sites["code_insee"])
    longitude = np.where(at_commune, home["longitude"], located.longitude).round(6)
    latitude = np.where(at_commune, home["latitude"], located.latitude).round(6)
    raised = {
        flags.CODE_CORRIGE: corrected,
        flags.POSITION_CORRIGEE: pd.Series(located.position == Position.REPAIRED),
        flags.POSITION_HORS_COMMUNE: pd.Series(located.metres_outside > FAR_M)
        & (located.position == Position.OUTSIDE),
        flags.POSITION_COMMUNE: at_commune,
    }
    departement = sites["code_insee"].map(departement_of)
    x, y = _metres(longitude, latitude, departement)
    placed = sites.assign(
        longitude=longitude,
        latitude=latitude,
        x_m=x,
        y_m=y,
        departement=departement,
        landmass=sites["code_insee"].map(landmass_of),
        is_in_scope=home["is_in_scope"].fillna(False).astype(bool).to_numpy(),
        is_demand_known=home["population"].notna().to_numpy(),
        metres_outside=located.metres_outside,
        flags=flags.raised(raised),
    )
    is_placed = np.isfinite(x) & np.isfinite(y)
    kept = measure_hours(placed[is_placed].reset_index(drop=True), supply)
    geometry = shapely.points(kept["longitude"], kept["latitude"])
    return gpd.GeoDataFrame(kept, geometry=geometry, crs=4326), sites[~is_placed]


def _with_living_codes(
    sites: pd.DataFrame, territories: Territories
) -> tuple[pd.DataFrame, pd.Series]:
    """Give a place whose code is no commune's the code of the commune that contains its point.

    Without this an outdated code would put the place beyond the perimeter, where the demand is
    unknown. A place in no known contour keeps its code: it lies beyond.
    """
    communes = territories.table
    coordinates = sites[["longitude", "latitude"]].to_numpy(dtype=float, na_value=np.nan)
    unknown = ~sites["code_insee"].isin(territories.known).to_numpy()
    dead = np.flatnonzero(unknown & np.isfinite(coordinates).all(axis=1))
    points = np.array([shapely.Point(pair) for pair in coordinates[dead]], dtype=object)
    place, commune = shapely.STRtree(communes.geometry.to_numpy()).query(points, "within")
    codes = sites["code_insee"].copy()
    codes.iloc[dead[place]] = communes["code_insee"].to_numpy()[commune]
    return sites.assign(code_insee=codes), codes != sites["code_insee"]


def _metres(
    longitude: np.ndarray, latitude: np.ndarray, departement: pd.Series
) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates in metres, each in the legal projection of its département."""
    x, y = np.full(len(longitude), np.nan), np.full(len(longitude), np.nan)
    located = np.isfinite(longitude) & np.isfinite(latitude)
    for zone, rows in by_zone(departement):
        here = rows & located
        points = gpd.GeoSeries(shapely.points(longitude[here], latitude[here]), crs=4326)
        projected = points.to_crs(zone)
        x[here], y[here] = projected.x.round(2), projected.y.round(2)
    return x, y
