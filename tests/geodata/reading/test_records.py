"""Each row becomes a record with its line, or a broken record that says why."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.errors import SourceError
from geodata.reading.header import WantedColumn
from geodata.reading.records import BrokenRecord, Record, read_records
from tests.geodata.raw_files import raw_file

WANTED = (WantedColumn("code", ("COM",)), WantedColumn("population", ("PMUN",)))


def read(folder: Path, data: str | bytes) -> list[Record | BrokenRecord]:
    return list(read_records(raw_file(folder, data), WANTED))


def test_line_text_and_values(tmp_path: Path) -> None:
    records = read(tmp_path, "COM;x;PMUN\n\n29001; y ; 1065 \n")
    assert records == [Record(3, "29001; y ; 1065 ", {"code": "29001", "population": "1065"})]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("29001;1065;9", "NB_CELLULES"),
        ("29001", "NB_CELLULES"),
        ("COM;PMUN", "EN_TETE_REPETE"),
        ('29001;"10', "GUILLEMETS"),
        ("29001;10\x0065", "CARACTERE_INTERDIT"),
        ("29001;10\u202e65", "CARACTERE_INTERDIT"),
    ],
)
def test_a_broken_row_costs_itself_only(tmp_path: Path, row: str, code: str) -> None:
    good_before, broken, good_after = read(tmp_path, f"COM;PMUN\n29002;1\n{row}\n29003;2\n")
    assert isinstance(broken, BrokenRecord)
    assert (broken.code, broken.line, broken.raw) == (code, 3, row)
    assert isinstance(good_before, Record)
    assert isinstance(good_after, Record)


def test_empty_cells_after_the_last_column_are_ignored(tmp_path: Path) -> None:
    (record,) = read(tmp_path, "COM;PMUN\n29001;1065;;\n;;;\n")
    assert isinstance(record, Record)


TABLES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=300).map(lambda text: ("COM;PMUN\n" + text).encode("utf-8", "replace")),
    st.lists(st.text(alphabet='0129;,"\n\r\t A\u00a0\x00', max_size=20), max_size=20).map(
        lambda rows: ("COM;PMUN\n" + "\n".join(rows)).encode()
    ),
)


@given(data=TABLES)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_refused_in_words(tmp_path: Path, data: bytes) -> None:
    with suppress(SourceError):
        lines = [record.line for record in read(tmp_path, data)]
        assert lines == sorted(set(lines))
