"""Records gathered by key: completed, never overruled, every line's text kept."""

from __future__ import annotations

from geodata.reading.gathering import gather
from geodata.reading.records import BrokenRecord, Record


def record(line: int, code: str, median: str = "", poverty: str = "") -> Record:
    values = {"code": code, "median": median, "poverty": poverty}
    return Record(line, f"line {line}", values)


def test_lines_of_one_key_make_one_record() -> None:
    (one, other) = gather(
        [record(2, "29001", median="20120"), record(3, "29002"), record(4, "29001", poverty="8")],
        "code",
    )
    assert (one.line, one.raw) == (2, "line 2\nline 4")
    assert isinstance(one, Record)
    assert dict(one.values) == {"code": "29001", "median": "20120", "poverty": "8"}
    assert other == record(3, "29002")


def test_a_line_that_contradicts_makes_its_own_record() -> None:
    found = list(gather([record(2, "29001", "20120"), record(3, "29001", "9")], "code"))
    assert [row.line for row in found] == [2, 3]


def test_broken_records_pass() -> None:
    broken = BrokenRecord(2, "x", "GUILLEMETS", "guillemet")
    assert list(gather([broken], "code")) == [broken]
