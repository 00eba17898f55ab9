"""Schemas of a place of help: its published columns, as stored."""

from __future__ import annotations

from carto.tables.places import SITES
from webapp.api.description.schema import Component, Schema, members, nullable
from webapp.api.description.table_schema import columns_schema
from webapp.api.schemas.shared import ADDRESS, FLAGS, SNAPSHOT

_PROPERTIES: dict[str, Schema] = {
    **columns_schema(SITES, ("geometry",)),
    "flags": FLAGS,
    "links": members(
        {"self": ADDRESS, "commune": nullable(ADDRESS), "lieu": nullable(ADDRESS)},
        "Adresses sur ce site : le lieu, sa commune publiée, le lieu qui l'accueille.",
    ),
}
SITE_FIELDS = tuple(_PROPERTIES)
LISTED_SITE = Component(
    "LieuListe", members(_PROPERTIES, "Un lieu ; avec `fields`, ces seuls membres.", SITE_FIELDS)
)
SITE = Component("Lieu", members({"snapshot": SNAPSHOT, **_PROPERTIES}, "Un lieu d'aide."))
