"""The addresses that a GIS client is given, whole, since they are pasted elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from carto.layers import Layer
from webapp import links
from webapp.catalogue.layers import PublishedLayer
from webapp.tiles.tile_archives import tile_archive


@dataclass(frozen=True)
class LayerAddresses:
    """What to paste for the tiles of one layer.

    Attributes
    ----------
    id, title
        The layer.
    tiles
        Template of the tiles of this snapshot, which never change.
    first_zoom, last_zoom
        Those that there are tiles of: a client asked for others shows nothing.
    tile_json
        Description that follows each publication.
    style
        Style that colours them.
    """

    id: str
    title: str
    tiles: str
    first_zoom: int
    last_zoom: int
    tile_json: str
    style: str


def tile_addresses(
    host: str, snapshot_id: str, layers: list[PublishedLayer]
) -> list[LayerAddresses]:
    """Address the tiles of the layers that have some.

    Parameters
    ----------
    host
        Scheme and host of the service.
    snapshot_id
        What is served.
    layers
        Those of the snapshot.
    """
    return [_addresses(host, snapshot_id, one.layer) for one in layers if one.has_tiles]


def _addresses(host: str, snapshot_id: str, layer: Layer) -> LayerAddresses:
    """Address the tiles of one layer."""
    zooms = tile_archive(snapshot_id, layer.name).zooms
    return LayerAddresses(
        id=layer.name,
        title=layer.title,
        tiles=host + links.tiles(snapshot_id, layer.name),
        first_zoom=zooms[0],
        last_zoom=zooms[-1],
        tile_json=host + links.tile_json(layer.name),
        style=host + links.style(layer.name),
    )
