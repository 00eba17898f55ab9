"""The table of a territory as a CSV file: the rows, order and columns of the page, and the codes.

Numbers are raw, in the units that the headers say. Sources, dates and licences are not in the
data: they stand at the address that the answer links to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from carto.contracts import Column, TableContract
from carto.tables.published import SNAPSHOT_TABLES
from carto.vocabulary import ROBUSTNESS_WORDS, TERRITORY_TYPES, VERDICT_WORDS
from geodata.csv_text import csv_text
from webapp.tables.table_columns import TableColumn

Row = Mapping[str, Any]

FOR_SPREADSHEETS, FOR_PROGRAMS = "point-virgule", "virgule"
_BOM = "\ufeff"
_TABLES = {"commune": "communes"}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "verdict": VERDICT_WORDS,
    "robustness": ROBUSTNESS_WORDS,
    "typology": {
        **{name: type_.words for name, type_ in TERRITORY_TYPES.items()},
        # the type of a commune without inhabitants
        "sans_objet": VERDICT_WORDS["sans_objet"],
    },
}


def table_csv(
    rows: Iterable[Row], columns: Sequence[TableColumn], unit: str, *, french: bool
) -> str:
    """Write the rows of a table.

    Parameters
    ----------
    rows
        In the order of the page.
    columns
        Those of the page.
    unit
        Type of the rows, as in addresses.
    french
        For a spreadsheet set to French: semicolons, decimal commas, French headers and words, a
        byte order mark. Else for programs: RFC 4180, the names and codes of the published table.
    """
    contract = SNAPSHOT_TABLES[_TABLES.get(unit, unit)]
    names = list(dict.fromkeys(name for column in columns for name in column.published))
    return published_csv(rows, names, contract, french=french)


def published_csv(
    rows: Iterable[Row], names: Sequence[str], contract: TableContract, *, french: bool
) -> str:
    """Write some columns of a published table.

    Parameters
    ----------
    rows
        In the order to write them.
    names
        Columns of the table.
    contract
        What they mean.
    french
        As for `table_csv`.
    """
    header = [column_title(contract.column(name)) if french else name for name in names]
    lines = ([_value(row, name, contract, french=french) for name in names] for row in rows)
    return (_BOM if french else "") + csv_text(header, lines, french=french)


def column_title(column: Column) -> str:
    """Write the label of a column with its unit."""
    return f"{column.label} ({column.unit})" if column.unit else column.label


def _value(row: Row, name: str, contract: TableContract, *, french: bool) -> object:
    """Read a value; a whole number has no decimal, and French files have words for codes."""
    value = row.get(name)
    if french and name in _WORDS and value is not None:
        value = _WORDS[name][value]
    if contract.column(name).type == "integer" and value is not None:
        value = int(value)
    return value
