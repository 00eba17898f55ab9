"""The table of a territory as CSV: the rows, order and columns of the page, and the codes.

Numbers are raw, in the units that the headers say. Sources, dates and licences are not in the
data: they stand at the address that the answer links to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from carto.contracts import TableContract
from carto.tables.published import SNAPSHOT_TABLES
from geodata.csv_text import csv_text
from geodata.export_formats.french_words import headers
from geodata.export_formats.told_columns import ToldColumns
from geodata.storage.manifest import describe_columns
from webapp.tables.table_columns import TableColumn

Row = Mapping[str, Any]

_TABLES = {"commune": "communes"}


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
        For a spreadsheet set to French: semicolons, decimal commas, French headers and words, code,
        name, verdict and sentence first, a byte order mark. Else for programs: RFC 4180, the names
        and codes of the published table, in the order of the page.
    """
    contract = SNAPSHOT_TABLES[table_of(unit)]
    return published_csv(rows, published_names(columns), contract, french=french)


def table_of(unit: str) -> str:
    """Name the published table of a type of rows.

    >>> table_of("commune"), table_of("epci")
    ('communes', 'epci')
    """
    return _TABLES.get(unit, unit)


def published_names(columns: Sequence[TableColumn]) -> list[str]:
    """Name the published columns behind those of a page, each once, in their order."""
    return list(dict.fromkeys(name for column in columns for name in column.published))


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
    records = ({name: published_value(row, name, contract) for name in names} for row in rows)
    if not french:
        return csv_text(names, (record.values() for record in records))
    told = told_columns(names, contract)
    return csv_text(headers(told.fields), map(told.cells, records), french=True)


def told_columns(names: Iterable[str], contract: TableContract) -> ToldColumns:
    """Choose what people read of some columns of a published table."""
    return ToldColumns(describe_columns(contract.column(name) for name in names))


def published_value(row: Row, name: str, contract: TableContract) -> object:
    """Read a value of a published column; a whole number has no decimal."""
    value = row.get(name)
    return int(value) if contract.column(name).type == "integer" and value is not None else value
