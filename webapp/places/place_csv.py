"""The places of a territory as a CSV file, as filtered on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from carto.place_natures import SITE_NATURES, nature_of
from geodata.csv_text import csv_text
from webapp.places.opening_hours import in_words
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


def places_csv(sites: Iterable[Row], communes: Mapping[str, Row]) -> str:
    """Write RFC 4180 CSV: one line per place, in the order given.

    Text that a spreadsheet would run as a formula is escaped; a missing value is an empty cell.

    Parameters
    ----------
    sites
        Rows of `sites`.
    communes
        Rows of `communes` by code, for the official names of the communes of the places.
    """
    return csv_text(HEADERS, (_line(site, communes) for site in sites))


def _line(site: Row, communes: Mapping[str, Row]) -> list[object]:
    """List the values of a place, in the order of the headers."""
    words = {
        "nature": SITE_NATURES[nature_of(site)].words,
        "commune": commune_of(site, communes),
        "horaires_en_clair": " ; ".join(in_words(site["horaires"])),
    }
    return [words[name] if name in words else site[name] for name in HEADERS]
