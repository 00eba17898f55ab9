"""A table of text opens safely in a spreadsheet, and its bytes do not depend on the order."""

from __future__ import annotations

from carto.contracts import Column, TableContract
from geodata.storage.csv_table import csv_bytes

TABLE = TableContract(
    "essai",
    "Essai",
    "Essai.",
    (),
    (Column("nom", "string", "Nom", "Nom."), Column("ligne", "integer", "Ligne", "Ligne.")),
)


def test_rows_are_sorted_by_value() -> None:
    assert (
        csv_bytes(TABLE, [("b", 2), ("a", 10), ("a", 9)]) == b"nom,ligne\r\na,9\r\na,10\r\nb,2\r\n"
    )


def test_a_formula_does_not_run() -> None:
    assert csv_bytes(TABLE, [("=1+1", 1)]).splitlines()[1] == b"'=1+1,1"
