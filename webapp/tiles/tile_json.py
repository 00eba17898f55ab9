"""The TileJSON 3.0.0 of a layer: where its tiles are, what they hold, whom to credit."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Any

from carto.drawing.tile_fields import LAYERS, field_labels
from carto.typography import typeset
from webapp import links
from webapp.embedding.public_address import public_address
from webapp.snapshots.current_snapshot import current
from webapp.tiles.tile_archive import TileArchive
from webapp.views.layer_sources import Facts, credited, layer_sources


def tile_json(archive: TileArchive) -> dict[str, Any]:
    """Describe the tiles of a layer of the current snapshot.

    Parameters
    ----------
    archive
        The tiles of the layer.

    Raises
    ------
    ParameterError
        When no public address is known.
    """
    facts, layer = current().facts, LAYERS[archive.layer]
    host = public_address()
    first, last = archive.zooms[0], archive.zooms[-1]
    return {
        "tilejson": "3.0.0",
        "tiles": [host + links.tiles(archive.snapshot_id, layer.name)],
        "vector_layers": [
            {
                "id": layer.name,
                "description": layer.title,
                "minzoom": first,
                "maxzoom": last,
                "fields": field_labels(layer, archive.fields, layer.indicators(facts)),
            }
        ],
        "name": layer.title,
        "description": typeset(f"{facts['title']}, instantané {archive.snapshot_id}."),
        "attribution": attribution(layer_sources(facts, layer.name), host),
        "scheme": "xyz",
        "minzoom": first,
        "maxzoom": last,
        "bounds": list(archive.bounds),
    }


def attribution(sources: Iterable[Facts], host: str) -> str:
    """Write whom a map must credit, as the HTML that clients show in its corner.

    Parameters
    ----------
    sources
        Facts of the sources of what the map shows.
    host
        Public address of the service, whose page of sources says dates and licences.

    Examples
    --------
    >>> attribution([{"producer": "ARCEP"}], "https://carte.exemple.fr")
    'ARCEP · <a href="https://carte.exemple.fr/sources">dates et licences</a>'
    """
    link = f'<a href="{html.escape(host)}/sources">dates et licences</a>'
    return " · ".join((*map(html.escape, credited(sources)), link))
