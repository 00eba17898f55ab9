"""A page of features, and one feature, as GeoJSON."""

from __future__ import annotations

from typing import Any

from flask import request

from carto.layers import LIEUX
from webapp import links
from webapp.ogc.addresses import (
    GEOJSON,
    HTML,
    OGC_RELATION,
    SCHEMA,
    Link,
    absolute,
    collection_path,
    items_path,
    licence_link,
    link,
)
from webapp.ogc.features.asked_items import AskedItems, AskedShape
from webapp.ogc.features.asked_snapshot import SNAPSHOT
from webapp.ogc.features.collections import COLLECTIONS
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.feature_writer import write_features
from webapp.ogc.representations import is_page_asked, links_to_itself


def items_document(table: FeatureTable, asked: AskedItems, snapshot_id: str) -> dict[str, Any]:
    """Write a page of features.

    Parameters
    ----------
    table
        The collection.
    asked
        Which features, and how.
    snapshot_id
        The snapshot that the next pages must be read from.
    """
    positions = positions_of_page(table, asked)
    matched = matched_count(table, asked)
    return {
        "type": "FeatureCollection",
        "numberMatched": matched,
        "numberReturned": len(positions),
        "links": items_links(table, asked, snapshot_id),
        "features": write_features(table, positions, asked.shape),
    }


def matched_count(table: FeatureTable, asked: AskedItems) -> int:
    """Count the features of the whole list."""
    return len(table) if asked.chosen is None else len(asked.chosen)


def positions_of_page(table: FeatureTable, asked: AskedItems) -> list[int]:
    """Give the positions of the features of a page."""
    start, stop = asked.page.offset, asked.page.offset + asked.page.limit
    if asked.chosen is None:
        return [*range(min(start, len(table)), min(stop, len(table)))]
    return [int(position) for position in asked.chosen[start:stop]]


def items_links(table: FeatureTable, asked: AskedItems, snapshot_id: str) -> list[Link]:
    """Link a page of features to its other form, to the pages beside it and to its collection."""
    return [
        *links_to_itself(GEOJSON, table.title),
        *pages_beside(table, asked, snapshot_id),
        link("collection", absolute(collection_path(table.id)), "application/json", table.title),
        link(
            f"{OGC_RELATION}queryables",
            absolute(f"{collection_path(table.id)}/queryables"),
            SCHEMA,
            "Propriétés qu'un filtre peut nommer",
        ),
        licence_link(),
    ]


def pages_beside(table: FeatureTable, asked: AskedItems, snapshot_id: str) -> list[Link]:
    """Link to the next page and to the one before, in the same snapshot, under the same filters."""
    offset, limit = asked.page.offset, asked.page.limit
    mimetype = HTML if is_page_asked() else GEOJSON
    found = []
    if offset + limit < matched_count(table, asked):
        address = _page_address(table, offset + limit, snapshot_id)
        found.append(link("next", address, mimetype, "Page suivante"))
    if offset > 0:
        address = _page_address(table, max(offset - limit, 0), snapshot_id)
        found.append(link("prev", address, mimetype, "Page précédente"))
    return found


def _page_address(table: FeatureTable, offset: int, snapshot_id: str) -> str:
    """Address the same list from another offset."""
    query = request.args.to_dict() | {"offset": str(offset), SNAPSHOT: snapshot_id}
    return absolute(items_path(table.id), query)


def feature_document(table: FeatureTable, position: int, shape: AskedShape) -> dict[str, Any]:
    """Write one feature.

    Parameters
    ----------
    table
        The collection.
    position
        Which feature.
    shape
        How it is written.
    """
    feature = write_features(table, [position], shape)[0]
    title = str(feature["properties"].get("nom", feature["id"]))
    path = collection_path(table.id)
    return {
        **feature,
        "links": [
            *links_to_itself(GEOJSON, title),
            link("collection", absolute(path), "application/json", table.title),
            *_page_links(table, str(feature["id"])),
            licence_link(),
        ],
    }


def _page_links(table: FeatureTable, identifier: str) -> list[Link]:
    """Link a territory to its page, and what is said of a commune to the page of that commune."""
    level = COLLECTIONS[table.id].level
    if level is not None:
        path = links.territory_page(level, identifier)
        return [link("related", absolute(path), HTML, "Page de ce territoire")]
    if table.id == LIEUX:
        return [link("related", absolute(links.site(identifier)), "application/json", "Ce lieu")]
    return []
