"""Text and workbooks give the same lines: numbered from 1, and again each time they are asked."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from geodata.reading.csv_lines import csv_tables
from geodata.reading.lines import Table
from geodata.reading.workbook import workbook_tables
from tests.geodata.raw_files import raw_file

ROWS = [["insee", "nom"], ["29001", "Argol"]]


def table_of(kind: str, folder: Path) -> Table:
    if kind == "text":
        data = "\n".join(";".join(row) for row in ROWS).encode()
        return next(table for table in csv_tables(raw_file(folder, data), data) if table)
    path = folder / "livre.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
    return workbook_tables(raw_file(folder, path.read_bytes()), path.read_bytes())[0]


@pytest.mark.parametrize("kind", ["text", "workbook"])
def test_lines_can_be_read_from_the_start_again(kind: str, tmp_path: Path) -> None:
    table = table_of(kind, tmp_path)
    once, again = list(table.lines(2)), list(table.lines(2))
    assert once == again
    assert [line.number for line in once] == [1, 2]
    assert once[1].raw == "29001;Argol"
