"""Features as pages: a table of a few properties, and one feature with all of them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from flask import Response, request

from carto.french import MISSING, number
from carto.vocabulary import VERDICT_WORDS
from webapp.ogc.addresses import items_path
from webapp.ogc.features.asked_items import PARAMETERS, AskedItems, AskedShape
from webapp.ogc.features.collections import COLLECTIONS
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.feature_writer import write_features
from webapp.ogc.features.items_document import matched_count, pages_beside, positions_of_page
from webapp.ogc.representations import page_answer


def items_page(table: FeatureTable, asked: AskedItems, snapshot_id: str) -> Response:
    """Show a page of features as a table of a few of their properties.

    Parameters
    ----------
    table
        The collection.
    asked
        Which features; `properties` chooses the columns.
    snapshot_id
        The snapshot that they are read from.
    """
    is_chosen = "properties" in request.args
    names = asked.shape.names if is_chosen else COLLECTIONS[table.id].shown
    columns = [table.fields[name] for name in names]
    shape = AskedShape(asked.shape.system, tuple(names), has_geometry=False)
    lines = [
        {
            "id": feature["id"],
            "path": f"{items_path(table.id, feature['id'])}?f=html",
            "cells": [written(feature["properties"][name], name) for name in names],
        }
        for feature in write_features(table, positions_of_page(table, asked), shape)
    ]
    found = {one["rel"]: one["href"] for one in pages_beside(table, asked, snapshot_id)}
    beside = {rel: found.get(rel) for rel in ("prev", "next") if found}
    return page_answer(
        "pages/ogc-objets.html",
        collection=table,
        columns=columns,
        lines=lines,
        first=asked.page.offset + 1,
        matched=matched_count(table, asked),
        asked=_said(table),
        beside=beside,
        document=f"{request.path}?{urlencode({**request.args.to_dict(), 'f': 'json'})}",
    )


def feature_page(table: FeatureTable, document: dict[str, Any]) -> Response:
    """Show one feature with all its properties.

    Parameters
    ----------
    table
        The collection.
    document
        The feature, as GeoJSON.
    """
    properties = document["properties"]
    facts = [(table.fields[name], written(value, name)) for name, value in properties.items()]
    return page_answer(
        "pages/ogc-objet.html",
        collection=table,
        identifier=document["id"],
        title=properties.get("nom", document["id"]),
        facts=facts,
        absent=MISSING,
        related=next((one for one in document["links"] if one["rel"] == "related"), None),
    )


def written(value: Any, name: str = "") -> str:
    """Write a value for people, its unit left to its column.

    Parameters
    ----------
    value
        As published.
    name
        Its property: a code that filters ask for is followed by its word.

    Examples
    --------
    >>> written(None), written(True), written(0.125), written("3", "verdict")
    ('donnée absente', 'oui', '0,125', '3 (prioritaire)')
    """
    if name == "verdict" and value in VERDICT_WORDS:
        return f"{value} ({VERDICT_WORDS[value]})"
    if isinstance(value, bool):
        return "oui" if value else "non"
    if value is None or isinstance(value, int | float):
        return number(value, _decimals(value))
    return str(value)


def _decimals(value: float | None) -> int:
    """Count the decimals that a number is published with.

    >>> _decimals(0.25), _decimals(3.0), _decimals(12), _decimals(None)
    (2, 0, 0, 0)
    """
    written_alone = f"{value or 0:.6f}".rstrip("0")
    return len(written_alone.partition(".")[2])


def _said(table: FeatureTable) -> list[tuple[str, str]]:
    """List what the address chooses, to be said over the table."""
    silent = ("f", "limit", "offset", "snapshot", "properties", "crs", "skipGeometry")
    names = [name for name in (*PARAMETERS, *table.fields) if name not in silent]
    return [(name, request.args[name]) for name in names if name in request.args]
