"""The maps of every territory: shapes to draw (SVG) and shapes to move (TopoJSON)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache as once

import geopandas as gpd
import orjson

from carto.assessment import Assessment
from carto.crs import by_zone
from carto.drawing.projection import project_shapes
from carto.zones import Zone, project_zone
from geodata.mapped_territories import Territory, territories
from geodata.storage.draft import DraftSnapshot
from geodata.storage.frame_hash import frame_hash
from geodata.storage.stage_cache import StageCache
from geodata.storage.topology import zone_topologies

Report = Callable[[str], None]

JSON = "application/json"
DRAWN = ("code_insee", "nom", "population", "siren_epci", "geometry")


def write_maps(
    draft: DraftSnapshot, assessment: Assessment, cache: StageCache, report: Report
) -> None:
    """Write the two files of every map into the draft; see `draw_maps`."""
    report("cartes des territoires")
    for path, title, data in draw_maps(assessment, cache):
        draft.write_file(path, data, title=title, mediatype=JSON)


def draw_maps(assessment: Assessment, cache: StageCache) -> Iterator[tuple[str, str, bytes]]:
    """Draw every map, two files per territory, zone after zone.

    Parameters
    ----------
    assessment
        The published communes and sites; only sites that are supply are drawn.
    cache
        Where the maps of the same shapes are found.

    Yields
    ------
    tuple of str, str and bytes
        Path in the snapshot, title and JSON of `maps/<name>.json` (see `carto.drawing.shapes`)
        and of `topojson/<name>.json`.
    """
    listed = territories(assessment)
    communes = assessment.communes
    sites = assessment.sites[assessment.sites["is_supply"].astype(bool)]
    sites_of = dict(by_zone(sites["departement"]))
    for epsg, mask in by_zone(communes["departement"]):
        here = sites[sites_of[epsg]] if epsg in sites_of else sites.iloc[:0]
        mine = [one for one in listed if one.epsg == epsg]
        yield from _draw_zone(epsg, communes.loc[mask, ["departement", *DRAWN]], here, mine, cache)


def _draw_zone(
    epsg: int,
    communes: gpd.GeoDataFrame,
    sites: gpd.GeoDataFrame,
    listed: list[Territory],
    cache: StageCache,
) -> Iterator[tuple[str, str, bytes]]:
    """Draw the maps of a zone, which is projected only if some are not known yet."""

    @once
    def zone() -> Zone:
        return project_zone(communes, sites, epsg)

    shapes = "\n".join(
        [
            str(epsg),
            frame_hash(communes, DRAWN),
            *(f"{one.name} {one.nom} {' '.join(one.communes)}" for one in listed),
        ]
    )
    points = frame_hash(sites, ("id", "geometry"))
    drawings = _through(cache, f"maps-{epsg}", shapes + points, lambda: _drawings(zone(), listed))
    topologies = _through(cache, f"topojson-{epsg}", shapes, lambda: _topologies(zone(), listed))
    for one in listed:
        yield f"maps/{one.name}.json", f"Tracés de la carte : {one.nom}", drawings[one.name]
        yield f"topojson/{one.name}.json", f"Contours : {one.nom}", topologies[one.name]


def _drawings(zone: Zone, listed: list[Territory]) -> dict[str, bytes]:
    """Shapes of the drawn map of each territory."""
    communes, sites = zone.communes[[*DRAWN]], zone.sites[["id", "geometry"]]
    return {
        one.name: project_shapes(
            communes.iloc[zone.rows(one.communes)], sites, territory=one.nom, epsg=zone.epsg
        )
        .to_json()
        .encode()
        for one in listed
    }


def _topologies(zone: Zone, listed: list[Territory]) -> dict[str, bytes]:
    """Topology of each territory."""
    rows = {one.name: zone.rows(one.communes) for one in listed}
    return dict(zone_topologies(zone.communes, rows))


def _through(
    cache: StageCache, stage: str, inputs: str, draw: Callable[[], Mapping[str, bytes]]
) -> dict[str, bytes]:
    """Recall named JSON documents, or draw and keep them: names on a line, then one on each."""

    def compute() -> bytes:
        files = draw()
        return b"\n".join([orjson.dumps(list(files)), *files.values()])

    names, *documents = cache.through(stage, inputs, compute).split(b"\n")
    return dict(zip(orjson.loads(names), documents, strict=True))
