"""A territory as the API writes it."""

from __future__ import annotations

from typing import Any

from carto.tables.shared import VERDICTS
from carto.tables.verdict_rollups import TYPE_WORDS
from webapp.snapshots.loaded_snapshot import Row

SEPARATOR = "|"
# Columns that hold several values joined in one text.
LISTS = ("departements", "epci_partial", "communes_missing", "codes_anciens", "fibre_quarters")


def territory_document(row: Row) -> dict[str, Any]:
    """Write a territory: its published columns, verdicts and types gathered in one object each.

    Parameters
    ----------
    row
        Row of a table of territories, of any level.
    """
    verdicts = {
        verdict: {
            "communes": row[f"communes_verdict_{verdict}"],
            "population_share": row[f"population_verdict_{verdict}_share"],
        }
        for verdict in VERDICTS
    }
    types = {
        type_: {
            "communes": row[f"communes_type_{type_}"],
            "population": row[f"population_type_{type_}"],
        }
        for type_ in TYPE_WORDS
    }
    plain = {
        name: _parts(value) if name in LISTS else value
        for name, value in row.items()
        if not is_gathered(name)
    }
    return {**plain, "verdicts": verdicts, "types": types}


def is_gathered(column: str) -> bool:
    """Whether the document writes a column otherwise: in `verdicts`, in `types`, or nowhere."""
    return "_verdict_" in column or "_type_" in column or column == "geometry"


def _parts(joined: str | None) -> list[str]:
    """Part a text that joins values; none when it is empty or missing."""
    return [part for part in (joined or "").split(SEPARATOR) if part]
