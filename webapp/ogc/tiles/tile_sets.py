"""The tiles of a collection, in the words of the OGC: OGC API – Tiles, part 1."""

from __future__ import annotations

from typing import Any

from carto.drawing.tile_fields import LAYERS, TileLayer, field_labels
from webapp import links
from webapp.ogc.tiles.web_mercator import CRS_URI, GRID, GRID_URI, limits
from webapp.snapshots.current_snapshot import current
from webapp.tiles.tile_archive import MVT, TileArchive
from webapp.tiles.tile_json import attribution

CONFORMANCE = (
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
)
TILING_SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"
# Link from a collection to its tiles.
TILE_SETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"
_CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_JSON = "application/json"
_TILE_JSON, _STYLE = "application/vnd.mapbox.tile+json", "application/vnd.mapbox.style+json"


def tile_set_list(layer: TileLayer, host: str) -> dict[str, Any]:
    """List the tile sets of a collection: one, in the grid of the web.

    Parameters
    ----------
    layer
        The layer of tiles of the collection; both have one name.
    host
        Public address of the service.
    """
    return {
        "links": [_link(host + tiles_of(layer.name), "self", _JSON, "Ce document")],
        "tilesets": [_head(layer, host)],
    }


def tile_set(archive: TileArchive, host: str) -> dict[str, Any]:
    """Describe the tile set of a collection.

    Parameters
    ----------
    archive
        The tiles of the current snapshot.
    host
        Public address of the service.
    """
    layer, facts = LAYERS[archive.layer], current().facts
    west, south, east, north = archive.bounds
    said = _head(layer, host)
    return {
        **said,
        "description": f"{facts['title']}, instantané {archive.snapshot_id}.",
        "attribution": attribution(facts, host),
        "boundingBox": {"lowerLeft": [west, south], "upperRight": [east, north], "crs": _CRS84},
        "tileMatrixSetLimits": [limits(archive.bounds, zoom) for zoom in archive.zooms],
        "layers": [_layer(layer, archive)],
        "links": [
            *said["links"],
            _link(host + links.tile_json(layer.name), "describedby", _TILE_JSON, "TileJSON"),
            _link(host + links.style(layer.name), "stylesheet", _STYLE, "Style MapLibre"),
        ],
    }


def tiles_of(collection: str) -> str:
    """Address the tile sets of a collection.

    >>> tiles_of("communes")
    '/ogc/collections/communes/tiles'
    """
    return f"/ogc/collections/{collection}/tiles"


def grid_address() -> str:
    """Address the definition of the grid."""
    return f"/ogc/tileMatrixSets/{GRID}"


def grid_list(host: str) -> dict[str, Any]:
    """List the grids that tiles are cut in: one."""
    title = "Grille du web (WebMercatorQuad)"
    return {
        "tileMatrixSets": [
            {
                "id": GRID,
                "title": title,
                "uri": GRID_URI,
                "crs": CRS_URI,
                "links": [_link(host + grid_address(), "self", _JSON, title)],
            }
        ]
    }


def _head(layer: TileLayer, host: str) -> dict[str, Any]:
    """Describe a tile set in a few lines, with the links that a client needs to read it."""
    here = f"{host}{tiles_of(layer.name)}/{GRID}"
    tile = _link(f"{here}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}", "item", MVT, "Tuiles")
    return {
        "title": layer.title,
        "dataType": "vector",
        "crs": CRS_URI,
        "tileMatrixSetURI": GRID_URI,
        "links": [
            _link(here, "self", _JSON, layer.title),
            _link(host + grid_address(), TILING_SCHEME, _JSON, "Grille"),
            {**tile, "templated": True},
            _link(f"{host}/sources", "license", "text/html", "Sources et licences"),
        ],
    }


def _layer(layer: TileLayer, archive: TileArchive) -> dict[str, Any]:
    """Describe the one layer of a tile set: its zooms and its properties."""
    labels = field_labels(layer, archive.fields, layer.indicators(current().facts))
    types = {"String": "string", "Number": "number", "Boolean": "boolean"}
    return {
        "id": layer.name,
        "title": layer.title,
        "dataType": "vector",
        "geometryDimension": 0 if layer.unit is None else 2,
        "crs": CRS_URI,
        "minTileMatrix": str(archive.zooms[0]),
        "maxTileMatrix": str(archive.zooms[-1]),
        "propertiesSchema": {
            "type": "object",
            "properties": {
                name: {"title": labels[name], "type": types.get(kind, "string")}
                for name, kind in archive.fields.items()
            },
        },
    }


def _link(href: str, rel: str, kind: str, title: str) -> dict[str, Any]:
    """Write a link."""
    return {"href": href, "rel": rel, "type": kind, "title": title}
