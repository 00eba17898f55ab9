"""Places put on the ground: in their commune, at their point or, without one, at its mairie."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from carto import flags
from carto.codes import departement_of, landmass_of
from carto.crs import by_zone
from carto.left_out import HORS_PERIMETRE, LeftOut
from carto.positions import Position, locate
from carto.sites.communes import find_homes, post_area
from carto.territories import Territories
from carto.verdict.parameters import Sites

SANS_POSITION = "SANS_POSITION"

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Placed:
    """Places with a position.

    Attributes
    ----------
    sites
        The rows that stay, with `code_insee declared_code longitude latitude x_m y_m has_point
        departement landmass is_in_scope is_demand_known metres_outside` and `flags`.
    left_out
        The others: neither point nor known commune, or too far from the perimeter.
    """

    sites: pd.DataFrame
    left_out: tuple[LeftOut, ...]


def place(sites: pd.DataFrame, territories: Territories, rules: Sites) -> Placed:
    """Put places on the ground.

    Parameters
    ----------
    sites
        Parsed rows; may lie beyond the perimeter; `flags` raised before are kept.
    territories
        The communes in the data.
    rules
        Distances.
    """
    homes = find_homes(sites, territories)
    sites = sites.assign(code_insee=homes.code_insee, declared_code=homes.declared_code)
    located = locate(sites, territories.table)
    communes = territories.table.set_index("code_insee")
    home = communes.reindex(sites["code_insee"])
    at_commune = (located.position == Position.MISSING) & home["longitude"].notna().to_numpy()
    longitude = np.where(at_commune, home["longitude"], located.longitude).round(6)
    latitude = np.where(at_commune, home["latitude"], located.latitude).round(6)
    departement = sites["code_insee"].map(departement_of, na_action="ignore")
    x, y = _metres(longitude, latitude, departement)
    raised = {
        **{flag: pd.Series(rows, index=sites.index) for flag, rows in homes.raised.items()},
        flags.POSITION_CORRIGEE: pd.Series(located.position == Position.REPAIRED),
        flags.POSITION_HORS_COMMUNE: pd.Series(
            (located.metres_outside > rules.outside_m) & (located.position == Position.OUTSIDE)
        ),
        flags.POSITION_APPROCHEE: pd.Series(at_commune),
    }
    placed = sites.assign(
        longitude=longitude,
        latitude=latitude,
        x_m=x,
        y_m=y,
        has_point=located.position != Position.MISSING,
        departement=departement,
        landmass=sites["code_insee"].map(landmass_of, na_action="ignore"),
        is_in_scope=home["is_in_scope"].fillna(False).astype(bool).to_numpy(),
        is_demand_known=home["population"].notna().to_numpy(),
        metres_outside=located.metres_outside,
        flags=flags.raised(raised, before=sites["flags"]),
    )
    return _without_strays(placed, territories, rules)


def _metres(longitude: Floats, latitude: Floats, departement: pd.Series) -> tuple[Floats, Floats]:
    """Coordinates in metres, each in the legal projection of its département."""
    x, y = np.full(len(longitude), np.nan), np.full(len(longitude), np.nan)
    located = np.isfinite(longitude) & np.isfinite(latitude) & departement.notna().to_numpy()
    for zone, rows in by_zone(departement.fillna("")):
        here = rows & located
        points = gpd.GeoSeries(shapely.points(longitude[here], latitude[here]), crs=4326)
        projected = points.to_crs(zone)
        x[here], y[here] = projected.x.round(2), projected.y.round(2)
    is_on_it = np.isfinite(x) & np.isfinite(y)
    return np.where(is_on_it, x, np.nan), np.where(is_on_it, y, np.nan)


def _without_strays(placed: pd.DataFrame, territories: Territories, rules: Sites) -> Placed:
    """Leave out what has no position, and what is too far from the published communes."""
    communes = territories.table[territories.table["is_published"].astype(bool)]
    published = set(communes["code_insee"])
    elsewhere = territories.known - published
    areas = {post_area(code) for code in published}
    has_position = placed["x_m"].notna().to_numpy()
    is_far = _metres_away(placed, communes) > rules.around_km * 1000
    is_far &= ~placed["code_insee"].isin(published).to_numpy()
    left_out = []
    for row in np.flatnonzero(~has_position | is_far):
        site = placed.iloc[row]
        codes = [code for code in (site["code_insee"], site["code_postal"]) if pd.notna(code)]
        is_elsewhere = bool(codes) and (codes[0] in elsewhere or post_area(codes[0]) not in areas)
        if is_elsewhere or (site["has_point"] and site["code_insee"] not in published):
            code, why = HORS_PERIMETRE, "hors du périmètre et de ses environs"
        else:
            code, why = SANS_POSITION, "ni coordonnées utilisables, ni commune connue"
        left_out.append(LeftOut(site["source"], site["id"], code, f"{site['nom']} : {why}"))
    kept = placed[has_position & ~is_far].reset_index(drop=True)
    return Placed(kept, tuple(left_out))


def _metres_away(placed: pd.DataFrame, communes: gpd.GeoDataFrame) -> Floats:
    """Distance to the nearest published commune, by their points; infinite in another zone."""
    away = np.full(len(placed), np.inf)
    points = placed[["x_m", "y_m"]].to_numpy(dtype=float)
    homes = communes[["x_m", "y_m"]].to_numpy(dtype=float)
    zones = dict(by_zone(communes["departement"]))
    for zone, rows in by_zone(placed["departement"].fillna("")):
        here = rows & np.isfinite(points).all(axis=1)
        if zone in zones:
            away[here] = cKDTree(homes[zones[zone]]).query(points[here])[0]
    return away
