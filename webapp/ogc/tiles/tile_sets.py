"""The tiles of a collection, in the words of the OGC: OGC API – Tiles, part 1."""

from __future__ import annotations

from typing import Any

from carto.drawing.tile_fields import LAYERS, TileLayer, field_labels
from webapp import links
from webapp.embedding.public_address import public_address
from webapp.ogc.addresses import (
    JSON,
    MAPLIBRE_STYLE,
    OGC_RELATION,
    ROOT,
    absolute,
    licence_link,
    link,
    tile_sets_path,
)
from webapp.ogc.features.reference_systems import CRS84, WEB_MERCATOR
from webapp.ogc.tiles.web_mercator import GRID, GRID_URI, limits
from webapp.snapshots.current_snapshot import current
from webapp.tiles.tile_archive import MVT, TileArchive
from webapp.tiles.tile_json import attribution
from webapp.views.layer_sources import layer_sources

CONFORMANCE = (
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
    "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
)
_TILE_JSON = "application/vnd.mapbox.tile+json"


def tile_set_list(layer: TileLayer) -> dict[str, Any]:
    """List the tile sets of a collection: one, in the grid of the web.

    Parameters
    ----------
    layer
        The layer of tiles of the collection; both have one name.
    """
    return {
        "links": [link("self", absolute(tile_sets_path(layer.name)), JSON, "Ce document")],
        "tilesets": [_head(layer)],
    }


def tile_set(archive: TileArchive) -> dict[str, Any]:
    """Describe the tile set of a collection.

    Parameters
    ----------
    archive
        The tiles of the current snapshot.
    """
    layer, facts = LAYERS[archive.layer], current().facts
    west, south, east, north = archive.bounds
    said = _head(layer)
    return {
        **said,
        "description": f"{facts['title']}, instantané {archive.snapshot_id}.",
        "attribution": attribution(layer_sources(facts, layer.name), public_address()),
        "boundingBox": {"lowerLeft": [west, south], "upperRight": [east, north], "crs": CRS84.uri},
        "tileMatrixSetLimits": [limits(archive.bounds, zoom) for zoom in archive.zooms],
        "layers": [_layer(layer, archive)],
        "links": [
            *said["links"],
            link("describedby", absolute(links.tile_json(layer.name)), _TILE_JSON, "TileJSON"),
            link("stylesheet", absolute(links.style(layer.name)), MAPLIBRE_STYLE, "Style MapLibre"),
        ],
    }


def grid_address() -> str:
    """Address the definition of the grid."""
    return f"{ROOT}/tileMatrixSets/{GRID}"


def grid_list() -> dict[str, Any]:
    """List the grids that tiles are cut in: one."""
    title = "Grille du web (WebMercatorQuad)"
    return {
        "tileMatrixSets": [
            {
                "id": GRID,
                "title": title,
                "uri": GRID_URI,
                "crs": WEB_MERCATOR.uri,
                "links": [link("self", absolute(grid_address()), JSON, title)],
            }
        ]
    }


def _head(layer: TileLayer) -> dict[str, Any]:
    """Describe a tile set in a few lines, with the links that a client needs to read it."""
    here = absolute(f"{tile_sets_path(layer.name)}/{GRID}")
    tile = link("item", f"{here}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}", MVT, "Tuiles")
    return {
        "title": layer.title,
        "dataType": "vector",
        "crs": WEB_MERCATOR.uri,
        "tileMatrixSetURI": GRID_URI,
        "links": [
            link("self", here, JSON, layer.title),
            link(f"{OGC_RELATION}tiling-scheme", absolute(grid_address()), JSON, "Grille"),
            {**tile, "templated": True},
            licence_link(),
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
        "crs": WEB_MERCATOR.uri,
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
