"""The maps that colour EPCI or départements: shapes to draw (SVG) and shapes to move (TopoJSON)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import geopandas as gpd
import shapely

from carto.crs import LAMBERT_93
from carto.drawing.projecting.country_projection import project_country
from carto.drawing.projecting.unit_projection import project_units
from carto.drawing.shapes import MapShapes
from geodata.joined_documents import join_documents, part_documents
from geodata.mapped_territories import UnitTerritory
from geodata.maps import JSON, ZoneMaps
from geodata.storage.draft import DraftSnapshot
from geodata.storage.stage_cache import StageCache
from geodata.storage.topology import OF_COUNTRY, OF_TERRITORY, unit_topologies

Report = Callable[[str], None]


def write_unit_maps(
    draft: DraftSnapshot,
    territories: list[UnitTerritory],
    zones: list[ZoneMaps],
    cache: StageCache,
    report: Report,
) -> None:
    """Write two files per territory and unit into the draft.

    Parameters
    ----------
    draft
        A draft, whose `maps/<name>.json` (see `carto.drawing.shapes`) and `topojson/<name>.json`
        are written.
    territories
        What is to be drawn; nothing is when there is none.
    zones
        The communes that it is made of.
    cache
        Where the maps of the same shapes are found.
    report
        Called with one line.
    """
    if not territories:
        return
    report("cartes par intercommunalité et par département")
    inputs = "\n".join([*(maps.borders for maps in zones), *map(str, territories)])
    for folder, title, make in (
        ("maps", "Tracés de la carte", _drawings),
        ("topojson", "Contours", _topologies),
    ):
        written = part_documents(
            cache.through(f"unit-{folder}", inputs, partial(make, territories, zones))
        )
        for one in territories:
            draft.write_file(
                f"{folder}/{one.name}.json",
                written[one.name],
                title=f"{title} : {one.nom}, par {one.units.singular}",
                mediatype=JSON,
            )


def _drawings(territories: list[UnitTerritory], zones: list[ZoneMaps]) -> bytes:
    """Draw the map of each territory."""
    cells = {maps.epsg: maps.cells for maps in zones}
    towns = {maps.epsg: _towns(maps) for maps in zones}
    drawn = {one.name: _draw(one, cells, towns) for one in territories}
    return join_documents({name: shapes.to_json().encode() for name, shapes in drawn.items()})


def _draw(
    one: UnitTerritory,
    cells: Mapping[int, gpd.GeoDataFrame],
    towns: Mapping[int, gpd.GeoDataFrame],
) -> MapShapes:
    """Draw the map of one territory."""
    if one.is_country:
        return project_country(cells, one.cut.units, towns[LAMBERT_93], territory=one.nom)
    return project_units(
        cells[one.epsg], one.cut, towns[one.epsg], territory=one.nom, epsg=one.epsg
    )


def _topologies(territories: list[UnitTerritory], zones: list[ZoneMaps]) -> bytes:
    """Write the topology of each territory, coarser for France."""
    cells = [maps.cells for maps in zones]
    written: dict[str, bytes] = {}
    for is_country, detail in ((False, OF_TERRITORY), (True, OF_COUNTRY)):
        cuts = {one.name: one.cut for one in territories if one.is_country is is_country}
        if cuts:
            written |= unit_topologies(cells, cuts, detail)
    return join_documents(written)


def _towns(maps: ZoneMaps) -> gpd.GeoDataFrame:
    """List the communes of a zone whose population is known, the most populated first."""
    known = maps.zone.communes.dropna(subset="population")
    ranked = known.sort_values(["population", "code_insee"], ascending=[False, True])
    points = shapely.centroid(ranked.geometry.to_numpy())
    return ranked[["nom", "departement"]].set_geometry(gpd.GeoSeries(points, ranked.index))
