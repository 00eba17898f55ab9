"""A collection as a page: where it is, of when, and what each of its objects carries."""

from __future__ import annotations

from flask import Response

from carto.french import date
from carto.vocabulary import TYPE_WORDS
from webapp.ogc.features.collection_document import collection_document
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.reference_systems import SYSTEMS
from webapp.ogc.representations import page_answer
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def collection_page(snapshot: LoadedSnapshot, table: FeatureTable) -> Response:
    """Show a collection.

    Parameters
    ----------
    snapshot
        Where it comes from.
    table
        The collection.
    """
    document = collection_document(snapshot, table)
    return page_answer(
        "pages/ogc-collection.html",
        collection=document,
        count=len(table),
        period=_period(document["extent"]),
        systems=[f"{system.label} ({_code(system.uri)})" for system in SYSTEMS.values()],
        fields=[*table.fields.values()],
        types=TYPE_WORDS,
    )


def _period(extent: dict[str, dict[str, list[list[str | None]]]]) -> str:
    """Say from which day to which the features are; nothing without time."""
    ends = extent.get("temporal", {}).get("interval", [[None, None]])[0]
    days = [date(end[:10]) for end in ends if end is not None]
    return " au ".join(days)


def _code(uri: str) -> str:
    """Write the usual code of a system.

    >>> _code("http://www.opengis.net/def/crs/EPSG/0/2154")
    'EPSG:2154'
    """
    authority, _, code = uri.removeprefix("http://www.opengis.net/def/crs/").split("/")
    return f"{authority}:{code}" if authority == "EPSG" else code
