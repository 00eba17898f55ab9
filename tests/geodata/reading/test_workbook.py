"""Workbooks read like delimited text: numbers lose the decimals that Excel gave them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from geodata.errors import SourceError
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from tests.geodata.raw_files import raw_file

WANTED = (WantedColumn("siren", ("siren",)), WantedColumn("insee", ("insee",)))


def workbook(path: Path) -> bytes:
    book = xlsxwriter.Workbook(path / "livre.xlsx")
    book.add_worksheet("Notice").write_row(0, 0, ["Lisez-moi"])
    sheet = book.add_worksheet("EPCI")
    sheet.write_row(0, 0, ["Composition des EPCI"])
    sheet.write_row(2, 0, ["insee", "siren", "note"])
    sheet.write_row(3, 0, ["01304", 200029999, 0.5])
    sheet.write_row(4, 0, ["29001"])
    book.close()
    return (path / "livre.xlsx").read_bytes()


def test_finds_sheet_and_header(tmp_path: Path) -> None:
    first, second = read_records(raw_file(tmp_path, workbook(tmp_path), name="epci.xlsx"), WANTED)
    assert isinstance(first, Record)
    assert (first.line, first.values) == (4, {"insee": "01304", "siren": "200029999"})
    assert first.raw == "01304;200029999;0.5"
    assert isinstance(second, Record)
    assert second["siren"] == ""


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    damaged = workbook(tmp_path)[:3000] + b"xl/workbook.xml"
    with pytest.raises(SourceError, match="classeur Excel illisible"):
        list(read_records(raw_file(tmp_path, damaged), WANTED))


def test_a_bomb_is_refused_before_it_is_unzipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = workbook(tmp_path)
    monkeypatch.setattr("geodata.reading.workbook.LARGEST_BYTES", 1000)
    monkeypatch.delattr("geodata.reading.workbook.CalamineWorkbook")
    with pytest.raises(SourceError, match="plus de 1 Gio une fois décompressé"):
        list(read_records(raw_file(tmp_path, data), WANTED))


@pytest.mark.parametrize("place", ["XFD1048576", "A20000001", "xfd2000", "ZZZZZZ1"])
def test_a_sheet_with_a_cell_far_away_is_refused_before_it_is_filled(
    tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = workbook(tmp_path)
    far = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(far, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            cell = f'<row><c r="A1"/><c s="1" r = "{place}"/></row></sheetData>'.encode()
            after.writestr(name, before.read(name).replace(b"</sheetData>", cell))
    monkeypatch.setattr("geodata.reading.workbook.MOST_CELLS", 1_000_000)
    monkeypatch.delattr("geodata.reading.workbook.CalamineWorkbook")
    with pytest.raises(SourceError, match="feuille Excel démesurée"):
        list(read_records(raw_file(tmp_path, far.getvalue()), WANTED))
