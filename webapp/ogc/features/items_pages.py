"""Features as pages: a table of a few properties, and one feature with all of them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from flask import Response, request

from carto.layers import LAYERS
from carto.said_back import words_of
from webapp.ogc.addresses import items_path
from webapp.ogc.features.asked_items import PARAMETERS, AskedItems
from webapp.ogc.features.collections import COLLECTIONS
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.items_document import matched_count, pages_beside, positions_of_page
from webapp.ogc.features.told_values import tell, unit_of
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
    positions = positions_of_page(table, asked)
    lines = [
        {
            "id": identifier,
            "path": f"{items_path(table.id, identifier)}?f=html",
            "cells": [tell(row, column, table.fields) for column in columns],
        }
        for identifier, row in zip(table.ids.at(positions), table.rows.at(positions), strict=True)
    ]
    found = {one["rel"]: one["href"] for one in pages_beside(table, asked, snapshot_id)}
    beside = {rel: found.get(rel) for rel in ("prev", "next") if found}
    return page_answer(
        "pages/ogc-objets.html",
        collection=table,
        columns=[(column, unit_of(column)) for column in columns],
        dictionary=_dictionary(table),
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
    row = document["properties"]
    return page_answer(
        "pages/ogc-objet.html",
        collection=table,
        identifier=document["id"],
        title=row.get("nom", document["id"]),
        facts=[(table.fields[name], tell(row, table.fields[name], table.fields)) for name in row],
        dictionary=_dictionary(table),
        related=next((one for one in document["links"] if one["rel"] == "related"), None),
    )


def _dictionary(table: FeatureTable) -> str:
    """Address of the page that defines the columns of a collection, and what their codes mean."""
    return f"/donnees/dictionnaire?table={LAYERS[table.id].table}"


def _said(table: FeatureTable) -> list[tuple[str, str]]:
    """List what the address chooses, to be said over the table."""
    silent = ("f", "limit", "offset", "snapshot", "properties", "crs", "skipGeometry")
    names = [name for name in (*PARAMETERS, *table.fields) if name not in silent]
    return [(name, words_of(request.args[name])) for name in names if name in request.args]
