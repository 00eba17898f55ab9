"""The dictionary of the published data: each column of each table, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.typography import typeset
from carto.vocabulary import TYPE_WORDS
from geodata.csv_text import csv_text
from webapp.catalogue.column_origin import origin, readers_of
from webapp.catalogue.published_tables import PublishedTable

Facts = Mapping[str, Any]

CSV_HEADER = (
    *("table", "colonne", "libelle", "type", "unite", "definition", "valeurs"),
    *("si_absente", "origine"),
)
_NEVER = "jamais absente"
_MAY_BE = "peut être absente"


@dataclass(frozen=True)
class Entry:
    """A column, in words.

    Attributes
    ----------
    table, name
        Names of the table and of the column.
    label, type, unit, description
        What it is.
    values
        What its values may be: a list, bounds; empty when anything is.
    missing
        What a missing value means.
    origin
        Where the values come from.
    """

    table: str
    name: str
    label: str
    type: str
    unit: str
    description: str
    values: str
    missing: str
    origin: str


def entries(table: PublishedTable, facts: Facts) -> list[Entry]:
    """Describe the columns of a table, in their order.

    Parameters
    ----------
    table
        A published table.
    facts
        Facts of its snapshot, which name the sources.
    """
    return [_entry(table.name, field, facts) for field in table.fields]


def dictionary_csv(all_entries: Iterable[Entry]) -> str:
    """Write a dictionary as CSV (RFC 4180)."""
    return csv_text(
        CSV_HEADER,
        (
            (
                *(entry.table, entry.name, entry.label, entry.type, entry.unit),
                *(entry.description, entry.values, entry.missing, entry.origin),
            )
            for entry in all_entries
        ),
    )


def _entry(table: str, field: Mapping[str, Any], facts: Facts) -> Entry:
    """Describe one column."""
    constraints = field.get("constraints", {})
    missing = _NEVER if constraints.get("required") else (field.get("nullRule") or _MAY_BE)
    return Entry(
        table=table,
        name=str(field["name"]),
        label=str(field["title"]),
        type=TYPE_WORDS.get(str(field["type"]), str(field["type"])),
        unit=str(field.get("unit", "")),
        description=str(field["description"]),
        values="; ".join(_values(constraints)),
        missing=typeset(str(missing)),
        origin=origin(facts, readers_of(table, str(field["name"]))),
    )


def _values(constraints: Mapping[str, Any]) -> Iterator[str]:
    """Say what values may be: a list, bounds, a pattern."""
    if constraints.get("enum"):
        yield ", ".join(str(value) for value in constraints["enum"])
    low, high = constraints.get("minimum"), constraints.get("maximum")
    if low is not None and high is not None:
        yield f"de {_bound(low)} à {_bound(high)}"
    elif low is not None:
        yield f"au moins {_bound(low)}"
    elif high is not None:
        yield f"au plus {_bound(high)}"


def _bound(value: float) -> str:
    """Write a bound with the decimals that it has, and a decimal comma."""
    return french.number(value, 0 if float(value).is_integer() else 2)
