"""The maps of every territory: shapes to draw (SVG) and shapes to move (TopoJSON)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carto.assessment import Assessment
from carto.drawing.projection import project_shapes
from carto.zones import Zone, project_zones
from geodata.mapped_territories import Territory, territories
from geodata.storage.topology import zone_topologies


@dataclass(frozen=True)
class MapFile:
    """A file of a map: its path in the snapshot, its title and its bytes, JSON."""

    path: str
    title: str
    data: bytes


def draw_maps(assessment: Assessment) -> Iterator[MapFile]:
    """Draw every map, two files per territory, zone after zone.

    Parameters
    ----------
    assessment
        The published communes and sites.

    Yields
    ------
    MapFile
        `maps/<name>.json` (see `carto.drawing.shapes`) and `topojson/<name>.json`.
    """
    listed = territories(assessment)
    for epsg, zone in project_zones(assessment.communes, assessment.sites).items():
        yield from _draw_zone(zone, [one for one in listed if one.epsg == epsg])


def _draw_zone(zone: Zone, listed: list[Territory]) -> Iterator[MapFile]:
    """Draw the maps of a zone."""
    communes = zone.communes[["code_insee", "nom", "population", "siren_epci", "geometry"]]
    sites = zone.sites[["id", "geometry"]]
    rows = {one.name: zone.rows(one.communes) for one in listed}
    topologies = dict(zone_topologies(communes, rows))
    for one in listed:
        drawn = communes.iloc[rows[one.name]]
        shapes = project_shapes(drawn, sites, territory=one.nom, epsg=zone.epsg)
        title = f"Tracés de la carte : {one.nom}"
        yield MapFile(f"maps/{one.name}.json", title, shapes.to_json().encode())
        title = f"Contours : {one.nom}"
        yield MapFile(f"topojson/{one.name}.json", title, topologies[one.name])
