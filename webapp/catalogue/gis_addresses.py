"""The addresses that a GIS client is given, whole, since they are pasted elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from webapp import links
from webapp.catalogue.layers import PublishedLayer


@dataclass(frozen=True)
class LayerAddresses:
    """What to paste for the tiles of one layer.

    Attributes
    ----------
    id, title
        The layer.
    tiles
        Template of the tiles of this snapshot, which never change.
    tile_json
        Description that follows each publication.
    style
        Style that colours them.
    """

    id: str
    title: str
    tiles: str
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
    return [
        LayerAddresses(
            id=one.layer.name,
            title=one.layer.title,
            tiles=host + links.tiles(snapshot_id, one.layer.name),
            tile_json=host + links.tile_json(one.layer.name),
            style=host + links.style(one.layer.name),
        )
        for one in layers
        if one.has_tiles
    ]
