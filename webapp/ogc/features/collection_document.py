"""A collection described: what it holds, where and when, in which systems, and where it leads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from carto.drawing.tile_fields import LAYERS as TILE_LAYERS
from carto.layers import LAYERS
from webapp import links
from webapp.embedding.public_address import public_address
from webapp.ogc.addresses import (
    GEOJSON,
    HTML,
    JSON,
    MAPLIBRE_STYLE,
    OGC_RELATION,
    SCHEMA,
    Link,
    absolute,
    collection_path,
    items_path,
    licence_link,
    link,
    tile_sets_path,
)
from webapp.ogc.features.asked_moments import moments
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.reference_systems import CRS84, SYSTEMS
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.snapshots.published_files import media_type, published_paths
from webapp.views.layer_sources import credited, layer_sources

_GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
_FILES = (".parquet", ".gpkg", ".geojson", ".csv", ".xlsx")


def collection_document(snapshot: LoadedSnapshot, table: FeatureTable) -> dict[str, Any]:
    """Describe a collection, without the links to the document itself.

    Parameters
    ----------
    snapshot
        Where it comes from.
    table
        The collection.
    """
    return {
        "id": table.id,
        "title": table.title,
        "description": table.description,
        "attribution": ", ".join(credited(layer_sources(snapshot.facts, table.id))),
        "extent": extent(table),
        "itemType": "feature",
        "crs": [*SYSTEMS],
        "storageCrs": CRS84.uri,
        "links": collection_links(snapshot, table),
    }


def collection_links(snapshot: LoadedSnapshot, table: FeatureTable) -> list[Link]:
    """Link a collection to its features, its properties, its tiles, its files and its licence."""
    path = collection_path(table.id)
    return [
        link("items", absolute(items_path(table.id)), GEOJSON, f"{table.title} (GeoJSON)"),
        link(
            "items",
            absolute(items_path(table.id), {"f": "html"}),
            HTML,
            f"{table.title} (page)",
        ),
        link(
            f"{OGC_RELATION}queryables",
            absolute(f"{path}/queryables"),
            SCHEMA,
            "Propriétés qu'un filtre peut nommer",
        ),
        link(
            "describedby",
            absolute("/donnees/dictionnaire", {"table": LAYERS[table.id].table}),
            HTML,
            "Dictionnaire des colonnes",
        ),
        *_tile_links(table),
        *_file_links(snapshot, table),
        licence_link(),
    ]


def whole_files(collection: str, paths: Iterable[str]) -> list[str]:
    """Choose the files that hold a whole collection, under its name or that of its table.

    >>> whole_files("lieux", ["couches/lieux.gpkg", "sites.parquet", "couches/epci.gpkg"])
    ['couches/lieux.gpkg', 'sites.parquet']
    """
    names = {
        f"{name}{suffix}" for name in (collection, LAYERS[collection].table) for suffix in _FILES
    }
    return [path for path in sorted(paths) if path.rpartition("/")[2] in names]


def extent(table: FeatureTable) -> dict[str, Any]:
    """Say where and when the features of a collection are."""
    said: dict[str, Any] = {}
    boxes = table.boxes()
    if len(boxes):
        lows, highs = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
        said["spatial"] = {"bbox": [[*map(float, (*lows, *highs))]], "crs": CRS84.uri}
    if table.moments is not None:
        firsts, lasts, known = moments(table)
        span: list[str | None] = [None, None]
        if known.any():
            span = [_written(firsts[known].min()), _written(lasts[known].max())]
        said["temporal"] = {"interval": [span], "trs": _GREGORIAN}
    return said


def _written(second: Any) -> str:
    """Write a second as the standards do."""
    return f"{np.datetime64(int(second), 's')}Z"


def _tile_links(table: FeatureTable) -> list[Link]:
    """Link to the tiles of a collection and their style, when it has some."""
    if table.id not in TILE_LAYERS:
        return []
    return [
        link(
            f"{OGC_RELATION}tilesets-vector",
            absolute(tile_sets_path(table.id)),
            JSON,
            "Tuiles vectorielles",
        ),
        link(
            f"{OGC_RELATION}stylesheet",
            absolute(links.style(table.id)),
            MAPLIBRE_STYLE,
            "Style des tuiles",
        ),
    ]


def _file_links(snapshot: LoadedSnapshot, table: FeatureTable) -> list[Link]:
    """Link to the whole collection as files, those that the snapshot publishes."""
    return [
        link(
            "enclosure",
            f"{public_address()}{links.snapshot_file(snapshot.id, path)}",
            media_type(snapshot.snapshot, path),
            f"{table.title} en un fichier",
        )
        for path in whole_files(table.id, published_paths(snapshot.snapshot))
    ]
