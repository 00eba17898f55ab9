"""Large texts read line by line: the same rows as when they are read whole."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.reading.header import WantedColumn
from geodata.reading.records import BrokenRecord, Record, read_records, records_of
from geodata.reading.streamed_csv import stream_tables
from geodata.source import RawFile
from tests.geodata.raw_files import raw_file
from tests.geodata.zip_files import zip_of

WANTED = (WantedColumn("a", ("a",)), WantedColumn("b", ("b",)))
MEMBER = re.compile(r".*\.csv")
TEXT = '\ufeffTitre\na;b\n1;2\n\n"3;3";é\n4;"open\n5;6;7\n'


def rows(raw: RawFile) -> list[Record | BrokenRecord]:
    return list(records_of(raw, stream_tables(raw, MEMBER), WANTED))


def test_lines_are_numbered_and_broken_ones_cost_themselves_only(tmp_path: Path) -> None:
    found = rows(raw_file(tmp_path, TEXT))
    assert [row.line for row in found] == [3, 5, 6, 7]
    kept = [dict(row.values) for row in found if isinstance(row, Record)]
    assert kept == [{"a": "1", "b": "2"}, {"a": "3;3", "b": "é"}]
    codes = [row.code for row in found if isinstance(row, BrokenRecord)]
    assert codes == ["GUILLEMETS", "NB_CELLULES"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_rows_are_those_of_the_text_read_whole(tmp_path: Path, delimiter: str) -> None:
    raw = raw_file(tmp_path, TEXT.replace(";", delimiter))
    assert rows(raw) == list(read_records(raw, WANTED))


def test_an_archive_and_a_gzip_are_streamed_too(tmp_path: Path) -> None:
    plain = [row.raw for row in rows(raw_file(tmp_path, TEXT))]
    assert [
        row.raw for row in rows(raw_file(tmp_path, gzip.compress(TEXT.encode(), mtime=0)))
    ] == plain
    archive = raw_file(tmp_path, zip_of({"table.csv": TEXT, "lisez-moi.pdf": "x"}))
    assert [row.raw for row in rows(archive)] == plain


def test_an_encoding_is_stated_or_the_file_refused(tmp_path: Path) -> None:
    data = "a;b\n1;é\n".encode("cp1252")
    assert len(rows(raw_file(tmp_path, data, encoding="cp1252"))) == 1
    with pytest.raises(SourceError, match="utf-8"):
        rows(raw_file(tmp_path, data))
    with pytest.raises(SourceError, match="ligne"):
        rows(raw_file(tmp_path, b"a;b\n" + b"1;2\n" * 3000 + data))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "vide"),
        (b"<html>", "page web"),
        (b"%PDF-1.4\n", "PDF"),
        (gzip.compress(b"a;b\n" + b"1;2\n" * 9999, mtime=0)[:-9], "tronqué"),
        (zip_of({"autre.txt": "a;b"}), "archive"),
    ],
)
def test_what_is_no_table_is_refused_in_one_line(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said) as refused:
        rows(raw_file(tmp_path, data))
    assert "\n" not in str(refused.value)
