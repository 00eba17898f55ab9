"""Local files: only what is read may be quoted; what has not happened is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.local_records import read_local_records, read_past_date
from geodata.reading.header import WantedColumn
from geodata.reading.records import BrokenRecord
from geodata.values.verdicts import UnusableValueError
from tests.geodata.raw_files import raw_file

WANTED = (WantedColumn("code_insee", ("code_insee",)), WantedColumn("note", ("note",)))


def test_only_columns_that_may_be_seen_are_quoted(tmp_path: Path) -> None:
    raw = raw_file(tmp_path, "code_insee;note;nom\n29180;vu;Mme X\n29156;vu\n")
    whole, broken = read_local_records(raw, WANTED, ("code_insee",))
    assert (whole.line, whole.raw) == (2, "code_insee : 29180")
    assert isinstance(broken, BrokenRecord)
    assert "29156" not in broken.raw


@pytest.mark.parametrize(
    ("text", "code"), [("01/07/2026", "DATE_FUTURE"), ("31/12/1989", "DATE_IMPROBABLE")]
)
def test_a_date_is_one_that_has_been(tmp_path: Path, text: str, code: str) -> None:
    raw = raw_file(tmp_path, "x", date="2026-06-30")
    assert read_past_date("30/06/2026", raw) == "2026-06-30"
    assert read_past_date("", raw) is None
    with pytest.raises(UnusableValueError, match=code):
        read_past_date(text, raw)
