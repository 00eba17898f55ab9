"""Published places written in the national standard, for the tools that read it.

Nothing is invented to fill a field: a value that the standard cannot express is left out, and a
place without the address or the postal code that it requires is not written. An unknown pivot is
written as the standard asks, in zeros; a record that its publisher does not date has the date of
the list that it was read in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from carto.mediation_standard import LISTS, LONGEST_ID, LONGEST_SUMMARY, UNKNOWN_PIVOT
from carto.tables.standard_places import (
    CODE_POSTAL_PATTERN,
    EXPRESSIBLE,
    LIEUX_STANDARD,
    MISSPELT,
    TELEPHONE_PATTERN,
)
from geodata.storage.csv_table import CsvRow

STANDARD_PATH = "lieux-standard.csv"

_CODE_POSTAL = re.compile(CODE_POSTAL_PATTERN)
_TELEPHONE = re.compile(TELEPHONE_PATTERN)

Site = Mapping[str, Any]


def standard_rows(sites: Iterable[Site], dates: Mapping[str, str]) -> list[CsvRow]:
    """Write places in the 32 fields of the standard.

    Parameters
    ----------
    sites
        Rows of the published table `sites`; None is missing.
    dates
        ISO date of each source, for the records that it does not date.

    Returns
    -------
    list of tuple
        One row per place that the standard can hold, in the columns of `LIEUX_STANDARD`.
    """
    names = LIEUX_STANDARD.names
    expressed = (_cells(site, dates) for site in sites if is_expressible(site))
    return [tuple(cells[name] for name in names) for cells in expressed]


def is_expressible(site: Site) -> bool:
    """Whether a place has what the standard requires: an address, a postal code, a short id."""
    has_code = bool(_CODE_POSTAL.fullmatch(site["code_postal"] or ""))
    return has_code and bool(site["adresse"]) and len(site["id"].encode()) <= LONGEST_ID


def _cells(site: Site, dates: Mapping[str, str]) -> dict[str, str | float]:
    """Value of each field; empty is missing."""
    cells = {name: site.get(name) or "" for name in LIEUX_STANDARD.names}
    kept = {name: _listed(cells[name], EXPRESSIBLE[name]) for name in LISTS}
    telephone = cells["telephone"]
    return (
        cells
        | kept
        | {
            "pivot": cells["pivot"] or UNKNOWN_PIVOT,
            "commune": site["nom_commune"],
            "latitude": site["latitude"],
            "longitude": site["longitude"],
            "telephone": telephone if _TELEPHONE.fullmatch(telephone) else "",
            "presentation_resume": cells["presentation_resume"][:LONGEST_SUMMARY],
            "source": site["source_declaree"] or site["source"],
            "itinerance": "Itinérant" if site["is_itinerant"] else "Fixe",
            "date_maj": cells["date_maj"] or dates[site["source"]],
            "autres_formations_labels": _other_labels(cells),
        }
    )


def _listed(text: str, values: tuple[str, ...]) -> str:
    """Keep the values of a closed list, in their order."""
    return "|".join(value for value in text.split("|") if value in values)


def _other_labels(cells: Mapping[str, str]) -> str:
    """Other labels, with the one that the schema cannot write in its own field."""
    misspelt = [MISSPELT] if MISSPELT in cells["formations_labels"].split("|") else []
    return "|".join(filter(None, [cells["autres_formations_labels"], *misspelt]))
