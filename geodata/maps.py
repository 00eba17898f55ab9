"""The maps of every territory: shapes to draw (SVG) and shapes to move (TopoJSON)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial

import geopandas as gpd

from carto.assessment import Assessment
from carto.cells import cut_cells
from carto.crs import by_zone
from carto.drawing.projecting.projection import project_shapes
from carto.zones import Zone, project_zone
from geodata.garbage import collection_paused
from geodata.joined_documents import join_documents, part_documents
from geodata.mapped_territories import Territory, territories
from geodata.second_process import SecondProcess
from geodata.storage.draft import DraftSnapshot
from geodata.storage.frame_hash import frame_hash
from geodata.storage.stage_cache import StageCache
from geodata.storage.topology import zone_topologies

Report = Callable[[str], None]

JSON = "application/json"
# Smaller zones are drawn before a second process has started.
WORTH_SHARING_COMMUNES = 5_000
DRAWN = ("code_insee", "nom", "population", "siren_epci", "geometry")


@dataclass(frozen=True, eq=False)
class ZoneMaps:
    """The territories of one metric projection, and the shapes that their maps are made of."""

    epsg: int
    communes: gpd.GeoDataFrame
    sites: gpd.GeoDataFrame
    territories: list[Territory]

    @cached_property
    def zone(self) -> Zone:
        """The shapes, projected."""
        return project_zone(self.communes, self.sites, self.epsg)

    @cached_property
    def cells(self) -> gpd.GeoDataFrame:
        """The parts of EPCI in each département."""
        return cut_cells(self.zone.communes)

    @cached_property
    def borders(self) -> str:
        """Fingerprint of all that topologies depend on."""
        listed = (f"{one.name} {one.nom} {' '.join(one.communes)}" for one in self.territories)
        return "\n".join([str(self.epsg), frame_hash(self.communes, DRAWN), *listed])

    @cached_property
    def drawn(self) -> str:
        """Fingerprint of all that drawn maps depend on."""
        return self.borders + frame_hash(self.sites, ("id", "geometry"))


def zone_maps(assessment: Assessment) -> list[ZoneMaps]:
    """Part the published communes, the sites that are supply and the territories by zone."""
    listed = territories(assessment)
    communes = assessment.communes[["departement", *DRAWN]]
    sites = assessment.sites[assessment.sites["is_supply"].astype(bool)]
    sites = sites[["departement", "id", "geometry"]]
    sites_of = dict(by_zone(sites["departement"]))
    return [
        ZoneMaps(
            epsg,
            communes[mask],
            sites[sites_of[epsg]] if epsg in sites_of else sites.iloc[:0],
            [one for one in listed if one.epsg == epsg],
        )
        for epsg, mask in by_zone(communes["departement"])
    ]


def draw_ahead(zones: list[ZoneMaps], cache: StageCache, second: SecondProcess) -> None:
    """Begin to draw large zones in the other process; `write_maps` finds their maps in the cache.

    Parameters
    ----------
    zones
        What is to be drawn.
    cache
        Where maps are kept.
    second
        The other process.
    """
    for maps in zones:
        is_large = len(maps.communes) >= WORTH_SHARING_COMMUNES
        if is_large and cache.recall(f"maps-{maps.epsg}", maps.drawn) is None:
            second.begin(_keep_drawings, maps, cache)


def write_maps(
    draft: DraftSnapshot,
    zones: list[ZoneMaps],
    cache: StageCache,
    second: SecondProcess,
    report: Report,
) -> None:
    """Write two files per territory into the draft.

    Parameters
    ----------
    draft
        A draft, whose `maps/<name>.json` (see `carto.drawing.shapes`) and `topojson/<name>.json`
        are written.
    zones
        What is to be drawn.
    cache
        Where the maps of the same shapes are found.
    second
        The other process, which may be drawing.
    report
        Called with one line.
    """
    report("cartes des territoires")
    for maps in zones:
        topologies = partial(_topologies, maps)
        written = part_documents(cache.through(f"topojson-{maps.epsg}", maps.borders, topologies))
        for one in maps.territories:
            title = f"Contours : {one.nom}"
            path = f"topojson/{one.name}.json"
            draft.write_file(path, written[one.name], title=title, mediatype=JSON)
    second.dismiss()
    for maps in zones:
        drawings = partial(_drawings, maps)
        written = part_documents(cache.through(f"maps-{maps.epsg}", maps.drawn, drawings))
        for one in maps.territories:
            title = f"Tracés de la carte : {one.nom}"
            path = f"maps/{one.name}.json"
            draft.write_file(path, written[one.name], title=title, mediatype=JSON)


def _keep_drawings(maps: ZoneMaps, cache: StageCache) -> None:
    """Draw the maps of a zone into the cache."""
    with collection_paused():
        cache.keep(f"maps-{maps.epsg}", maps.drawn, _drawings(maps))


def _drawings(maps: ZoneMaps) -> bytes:
    """Draw the map of each territory of a zone."""
    zone = maps.zone
    communes, sites = zone.communes[[*DRAWN]], zone.sites[["id", "geometry"]]
    return join_documents(
        {
            one.name: project_shapes(
                communes.iloc[zone.rows(one.communes)], sites, territory=one.nom, epsg=zone.epsg
            )
            .to_json()
            .encode()
            for one in maps.territories
        }
    )


def _topologies(maps: ZoneMaps) -> bytes:
    """Write the topology of each territory of a zone."""
    rows = {one.name: maps.zone.rows(one.communes) for one in maps.territories}
    return join_documents(dict(zone_topologies(maps.zone.communes, rows)))
