"""Territories: the validated tables joined, one row per commune, both unmatched sides reported.

The reference list is that of the contours, in the COG year all sources share. The perimeter is
what was asked for; around it are kept the other members of its EPCI (published, so that an EPCI
is whole) and the communes within a buffer (computed with, never published), so that supply and
demand are not cut at a border.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from carto import flags
from carto.codes import departement_of, landmass_of, region_of
from carto.cog.years import require_same_year
from carto.crs import by_zone
from carto.errors import CartoError
from carto.positions import Position, locate


@dataclass(frozen=True)
class Perimeter:
    """What is asked for: départements, EPCI, or the whole of France (both empty)."""

    departements: tuple[str, ...] = ()
    epci: tuple[str, ...] = ()

    def contains(self, communes: pd.DataFrame) -> pd.Series:
        """Whether each commune lies in the perimeter."""
        if not self.departements and not self.epci:
            return pd.Series(True, index=communes.index)
        in_departement = communes["departement"].isin(self.departements)
        return in_departement | communes["siren_epci"].isin(self.epci)


@dataclass(frozen=True)
class Unmatched:
    """A row of one side of a join that the other side lacks."""

    source: str
    code_insee: str
    nom: str
    problem: str


@dataclass(frozen=True)
class Territories:
    """One row per commune of the reference COG.

    Attributes
    ----------
    table
        Columns `code_insee nom departement region siren_epci nom_epci nature_juridique
        population superficie_km2 longitude latitude x_m y_m point_source landmass is_in_scope
        is_published flags` and geometry (EPSG:4326), sorted by code. `x_m`, `y_m` are metres in
        the legal projection of the département.
    known
        Codes of every commune with a contour, also far beyond the perimeter.
    unmatched
        Rows that met nothing, from both sides of each join.
    cog
        The COG year of every table.
    """

    table: gpd.GeoDataFrame
    known: frozenset[str]
    unmatched: tuple[Unmatched, ...]
    cog: int


def join(
    tables: Mapping[str, pd.DataFrame],
    cog_years: Mapping[str, int],
    perimeter: Perimeter,
    buffer_km: float,
) -> Territories:
    """Join contours, mairies, population and EPCI membership.

    Parameters
    ----------
    tables
        `contours` and `population`, and if supplied `cog`, `epci` and `mairies`, each meeting its
        contract. Names are those of the COG when it is supplied: contours publish damaged ones.
    cog_years
        COG year of every source, those joined later included.
    perimeter
        What will be published.
    buffer_km
        How far around it communes are kept for computing.

    Raises
    ------
    MixedVintagesError
        When sources differ in COG year.
    CartoError
        When no commune lies in the perimeter.
    """
    cog = require_same_year(cog_years)
    contours = _with_official_names(tables["contours"], tables.get("cog"))
    table = contours.merge(tables["population"], on="code_insee", how="left")
    members = tables.get("epci")
    if members is None:
        table = table.assign(siren_epci=None, nom_epci=None, nature_juridique=None)
    else:
        table = table.merge(members, on="code_insee", how="left")
    table = gpd.GeoDataFrame(table, geometry="geometry", crs=4326)
    table = table.sort_values("code_insee", ignore_index=True)
    table = _with_points(table, tables.get("mairies"))
    table["region"] = table["departement"].map(region_of)
    table["landmass"] = table["code_insee"].map(landmass_of)
    kept = _within(table, perimeter, buffer_km)
    territories = Territories(kept, frozenset(contours["code_insee"]), (), cog)
    unmatched = [
        row
        for source in ("cog", "population", "epci", "mairies")
        if source in tables
        for row in report_unmatched(source, territories, communes_only(tables[source]))
    ]
    return replace(territories, unmatched=tuple(unmatched))


def communes_only(table: pd.DataFrame) -> pd.DataFrame:
    """Keep the communes of a list that has others beside them (déléguées, arrondissements)."""
    return table[table["type_commune"] == "COM"] if "type_commune" in table else table


def report_unmatched(source: str, territories: Territories, other: pd.DataFrame) -> list[Unmatched]:
    """List what a table and the published communes do not share, both sides.

    Parameters
    ----------
    source
        Id of the source of `other`.
    other
        A table with a `code_insee` column; its rows count within the published départements.
    """
    table = territories.table
    communes = table[table["is_published"].astype(bool)]
    names = dict(zip(communes["code_insee"], communes["nom"], strict=True))
    departements = set(communes["departement"])
    given = set(other["code_insee"])
    return [
        Unmatched(source, code, names[code], "commune sans ligne dans cette source")
        for code in sorted(set(names) - given)
    ] + [
        Unmatched(source, code, "", "ligne sans commune au contour connu")
        for code in sorted(given - territories.known)
        if departement_of(code) in departements
    ]


def _with_official_names(contours: pd.DataFrame, cog: pd.DataFrame | None) -> pd.DataFrame:
    """Take the names of communes from the COG; one that it does not list keeps its own."""
    if cog is None:
        return contours
    names = communes_only(cog).set_index("code_insee")["nom"]
    return contours.assign(nom=contours["code_insee"].map(names).fillna(contours["nom"]))


def _with_points(table: gpd.GeoDataFrame, mairies: pd.DataFrame | None) -> gpd.GeoDataFrame:
    """Add the point of each commune: its mairie when it lies there, else a point of the contour."""
    published = pd.DataFrame({"code_insee": table["code_insee"]})
    if mairies is None:
        published = published.assign(longitude=np.nan, latitude=np.nan)
    else:
        published = published.merge(mairies, on="code_insee", how="left")
    located = locate(published, table)
    position = pd.Series(located.position, index=table.index)
    replaced = position.isin([Position.OUTSIDE, Position.MISSING]).to_numpy()
    inside = _representative_points(table)
    longitude = np.where(replaced, shapely.get_x(inside), located.longitude).round(6)
    latitude = np.where(replaced, shapely.get_y(inside), located.latitude).round(6)
    x, y, area = _metres(table, longitude, latitude)
    source = position.map({Position.INSIDE: "mairie", Position.REPAIRED: "mairie_corrigee"})
    raised = {
        flags.MAIRIE_CORRIGEE: position == Position.REPAIRED,
        flags.MAIRIE_HORS_COMMUNE: position == Position.OUTSIDE,
        flags.MAIRIE_ABSENTE: (position == Position.MISSING) & (mairies is not None),
    }
    return table.assign(
        longitude=longitude,
        latitude=latitude,
        x_m=x,
        y_m=y,
        superficie_km2=area,
        point_source=source.fillna("point_representatif"),
        metres_outside=located.metres_outside,
        flags=flags.raised(raised),
    )


def _representative_points(table: gpd.GeoDataFrame) -> np.ndarray:
    """Find a point inside each contour, in its legal projection; returned in WGS 84."""
    points = np.empty(len(table), dtype=object)
    for zone, here in by_zone(table["departement"]):
        inside = table[here].geometry.to_crs(zone).representative_point()
        points[here] = inside.to_crs(4326).to_numpy()
    return points


def _metres(
    table: gpd.GeoDataFrame, longitude: np.ndarray, latitude: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Coordinates of the points (m) and areas of the contours (km²), in each legal projection."""
    x, y, area = (np.full(len(table), np.nan) for _ in range(3))
    for zone, here in by_zone(table["departement"]):
        points = gpd.GeoSeries(shapely.points(longitude[here], latitude[here]), crs=4326)
        projected = points.to_crs(zone)
        x[here], y[here] = projected.x.round(2), projected.y.round(2)
        area[here] = (table[here].geometry.to_crs(zone).area / 1e6).round(4)
    return x, y, area


def _within(table: gpd.GeoDataFrame, perimeter: Perimeter, buffer_km: float) -> gpd.GeoDataFrame:
    """Keep the perimeter, the other members of its EPCI, and the communes around."""
    in_scope = perimeter.contains(table)
    found = {*table["departement"], *table["siren_epci"].dropna()}
    missing = [code for code in (*perimeter.departements, *perimeter.epci) if code not in found]
    if missing or not in_scope.any():
        raise CartoError(
            f"Aucune commune des contours n'est dans {', '.join(missing) or 'le périmètre'}, "
            "demandé par [territory] scope ; corrigez-le, ou complétez la source contours (et la "
            "source epci pour un EPCI)."
        )
    members = table["siren_epci"].isin(set(table.loc[in_scope, "siren_epci"].dropna()))
    published = in_scope | members
    table = table.assign(is_in_scope=in_scope, is_published=published)
    near = published.to_numpy().copy()
    for _, here in by_zone(table["departement"]):
        if not (near & here).any():
            continue
        points = np.asarray(shapely.points(table["x_m"][here], table["y_m"][here]))
        tree = shapely.STRtree(points[published[here].to_numpy()])
        _, distance = tree.query_nearest(points, return_distance=True, all_matches=False)
        near[np.flatnonzero(here)[distance <= buffer_km * 1000]] = True
    return table[near].reset_index(drop=True)
