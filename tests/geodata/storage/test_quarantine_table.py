"""Tests of the quarantine file."""

import csv
import io
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from geodata.source import MergedRow, Notice, RefusedRow
from geodata.storage.csv_table import csv_bytes
from geodata.storage.quarantine_table import QUARANTINE, quarantine_rows
from tests.geodata.storage.sample_snapshot import MERGED, NOTICES, REFUSED


def quarantine_csv(
    refused: Sequence[RefusedRow], merged: Sequence[MergedRow], notices: Sequence[Notice]
) -> bytes:
    """Write the quarantine as a snapshot does."""
    return csv_bytes(QUARANTINE, quarantine_rows(refused, merged, notices))


def read(data: bytes) -> list[dict[str, str]]:
    """Rows of the file as any CSV reader sees them."""
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_each_row_says_what_became_of_it_where_and_why():
    rows = read(quarantine_csv(REFUSED, MERGED, NOTICES))
    assert [row["kind"] for row in rows] == ["merged", "notice", "refused"]
    assert rows[0]["into"] == "fs-1"
    assert rows[1]["subject"] == "29001"
    assert (rows[2]["file"], rows[2]["line"], rows[2]["code"]) == ("f.csv", "3", "CODE_INVALIDE")


def test_a_formula_is_escaped_and_nul_is_shown():
    (row,) = read(quarantine_csv(REFUSED, (), ()))
    assert row["raw"] == "'=1+1;␀"


def test_the_same_rows_in_another_order_give_the_same_bytes():
    more = (Notice("a", "a.csv", 10, "29001", "X", "x"), Notice("a", "a.csv", 9, "29001", "X", "x"))
    assert quarantine_csv((), (), more) == quarantine_csv((), (), more[::-1])
    assert [row["line"] for row in read(quarantine_csv((), (), more))] == ["9", "10"]


def test_an_empty_quarantine_still_names_its_columns():
    assert quarantine_csv((), (), ()).decode() == ",".join(QUARANTINE.names) + "\r\n"


@given(st.text(st.characters(exclude_categories=()), max_size=20))
def test_no_text_of_a_source_breaks_the_file(raw: str):
    row = RefusedRow("s", "f.csv", 1, raw, "CODE", "Raison.")
    (found,) = read(quarantine_csv([row], (), ()))
    assert found["code"] == "CODE"
