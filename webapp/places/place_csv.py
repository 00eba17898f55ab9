"""The places of a territory as the rows of a file, and as CSV, as filtered on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from carto.contracts import Column
from carto.opening_hours import hours_in_words
from carto.place_natures import SITE_NATURES, nature_of
from carto.tables.published import SNAPSHOT_TABLES
from geodata.csv_text import csv_text
from geodata.export_formats.french_words import headers
from geodata.export_formats.told_columns import ToldColumns
from geodata.storage.manifest import describe_columns
from webapp.places.places import commune_of

Row = Mapping[str, Any]

# Published columns that are written as they are, before and after those put in words.
_FIRST = ("id", "nom")
_LAST = (
    *("horaires", "services", "publics_specifiquement_adresses", "frais_a_charge"),
    *("telephone", "courriels", "site_web", "date_maj", "sources", "longitude", "latitude"),
)
HEADERS = (
    *(*_FIRST, "nature", "code_insee", "commune", "departement", "adresse", "code_postal"),
    *("horaires_en_clair", *_LAST),
)
_WORDS = {
    "nature": ("Nature", "Format du lieu, ou ce que la fiche décrit."),
    "commune": ("Commune", "Nom officiel de la commune."),
    "horaires_en_clair": ("Horaires en clair", "Les horaires publiés, en français."),
}


def place_columns() -> tuple[Column, ...]:
    """List the columns of a file of places, in their order."""
    published = SNAPSHOT_TABLES["sites"]
    return tuple(
        Column(name, "string", *_WORDS[name], nullable=True, null_rule="Non publié.")
        if name in _WORDS
        else published.column(name)
        for name in HEADERS
    )


def places_csv(sites: Iterable[Row], communes: Mapping[str, Row], *, french: bool = False) -> str:
    """Write one line per place, in the order given.

    Text that a spreadsheet would run as a formula is escaped; a missing value is an empty cell.

    Parameters
    ----------
    sites
        Rows of `sites`.
    communes
        Rows of `communes` by code, for the official names of the communes of the places.
    french
        For a spreadsheet set to French: semicolons, decimal commas, French headers, a byte order
        mark. Else for programs: RFC 4180.
    """
    lines = (place_values(site, communes) for site in sites)
    if not french:
        return csv_text(HEADERS, lines)
    told = ToldColumns(describe_columns(place_columns()))
    records = (dict(zip(HEADERS, line, strict=True)) for line in lines)
    return csv_text(headers(told.fields), map(told.cells, records), french=True)


def place_values(site: Row, communes: Mapping[str, Row]) -> list[object]:
    """List the values of a place, in the order of the columns."""
    words = {
        "nature": SITE_NATURES[nature_of(site)].words,
        "commune": commune_of(site, communes),
        "horaires_en_clair": " ; ".join(hours_in_words(site["horaires"])),
    }
    return [words[name] if name in words else site[name] for name in HEADERS]
