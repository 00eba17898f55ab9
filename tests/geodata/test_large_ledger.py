"""The ledger of a large source: the account of the plain one, whatever the order of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from carto.contracts import Column, TableContract
from geodata.errors import SourceError
from geodata.large_ledger import LargeLedger, Row
from geodata.reading.records import BrokenRecord, Record
from geodata.source import ParsedTable
from geodata.values.numbers import read_number
from geodata.values.verdicts import Remark
from tests.geodata.raw_files import raw_file

CONTRACT = TableContract(
    "essai",
    "Essai",
    "Un essai.",
    ("code",),
    (
        Column("code", "string", "Code", "Un code."),
        Column("n", "number", "Nombre", "Un nombre.", nullable=True, null_rule="Rien."),
    ),
)


def read(record: Record, remark: Remark) -> list[Row]:
    number = read_number(record["n"])
    if number is None:
        remark("SANS_NOMBRE", "aucun nombre ; gardé")
    return [{"code": code, "n": number} for code in record["code"].split("+")]


def parsed(folder: Path, *cells: tuple[str, str]) -> ParsedTable:
    ledger = LargeLedger(raw_file(folder, "x"), CONTRACT)
    ledger.read_all(
        [
            Record(line, ";".join(pair), dict(zip(("code", "n"), pair, strict=True)))
            for line, pair in enumerate(cells, start=2)
        ],
        read,
    )
    return ledger.close()


def test_every_row_is_kept_merged_or_refused(tmp_path: Path) -> None:
    found = parsed(
        tmp_path, ("b", "1"), ("a", "2"), ("b", "1"), ("b", "0,5"), ("c", "x"), ("d", "")
    )
    assert found.table.to_dict("list")["code"] == ["a", "b", "d"]
    assert found.table["n"].tolist()[:2] == [2, 0.5]
    assert [(row.line, row.code) for row in found.refused] == [
        (2, "CLE_REPETEE"),
        (4, "CLE_REPETEE"),
        (6, "NOMBRE_ILLISIBLE"),
    ]
    assert found.refused[2].raw == "c;x"
    assert [(origin.line, origin.raw) for origin in found.origins] == [(3, "a"), (5, "b"), (7, "d")]
    assert [(said.line, said.subject) for said in found.notices] == [(7, "d")]


def test_equal_rows_are_one(tmp_path: Path) -> None:
    found = parsed(tmp_path, ("a", "1"), ("a", "1,0"))
    assert [(row.line, row.code, row.into) for row in found.merged] == [(3, "DOUBLON", "a")]
    assert found.rows_in == 2


def test_a_line_may_make_several_rows(tmp_path: Path) -> None:
    found = parsed(tmp_path, ("a+b", "1"), ("c", "2"))
    assert [origin.line for origin in found.origins] == [2, 2, 3]
    assert found.rows_in == 3


def test_the_order_of_the_file_changes_nothing(tmp_path: Path) -> None:
    cells = [("a", "1"), ("a", "2"), ("b", "1"), ("b", "1"), ("c", "3"), ("a", "")]
    orders = (cells, cells[::-1], cells[3:] + cells[:3])
    tables = [parsed(tmp_path, *order).table for order in orders]
    assert all(table.equals(tables[0]) for table in tables)


def test_no_usable_row_is_an_error_that_gives_an_example(tmp_path: Path) -> None:
    ledger = LargeLedger(raw_file(tmp_path, "x"), CONTRACT)
    ledger.read_all([BrokenRecord(2, "a;b", "NB_CELLULES", "3 cellules au lieu de 2")], read)
    with pytest.raises(SourceError, match="ligne 2"):
        ledger.close()
