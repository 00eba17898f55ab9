"""dBase tables: what GDAL wrote is read back, and a cut table is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from geodata.errors import SourceError
from geodata.reading.dbf import dbf_tables, is_dbf
from geodata.reading.lines import Line
from tests.geodata.raw_files import raw_file
from tests.geodata.shapefiles import zipped_shapefile

TABLE = pd.DataFrame({"INSEE_COM": ["48095", "2A004"], "NOM": ["Florac", "Île"], "n": [9691.0, 0]})


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    with zipfile.ZipFile(io.BytesIO(zipped_shapefile(tmp_path, TABLE))) as archive:
        return archive.read("2026t2-commune/2026t2-commune.dbf")


def lines(tmp_path: Path, data: bytes) -> list[Line]:
    (table,) = dbf_tables(raw_file(tmp_path, data), data)
    return list(table.lines(0))


def test_what_gdal_wrote(tmp_path: Path, data: bytes) -> None:
    header, *rows = lines(tmp_path, data)
    assert (header.number, list(header.cells)) == (1, ["INSEE_COM", "NOM", "n"])
    assert [row.number for row in rows] == [2, 3]
    assert [list(row.cells)[:2] for row in rows] == [["48095", "Florac"], ["2A004", "Île"]]
    assert [float(row.cells[2]) for row in rows] == [9691.0, 0.0]
    assert rows[0].cells[2].startswith("9691.000000000")


def test_a_deleted_record_is_no_row(tmp_path: Path, data: bytes) -> None:
    start = int.from_bytes(data[8:10], "little")
    deleted = data[:start] + b"*" + data[start + 1 :]
    assert [row.cells[0] for row in lines(tmp_path, deleted)] == ["INSEE_COM", "2A004"]


@pytest.mark.parametrize("cut", [2, 40, 120])
def test_a_cut_table_is_refused(tmp_path: Path, data: bytes, cut: int) -> None:
    assert is_dbf(data)
    with pytest.raises(SourceError, match="tronquée"):
        lines(tmp_path, data[:-cut])


@pytest.mark.parametrize("other", [b"", b"code;nom\n", b"PK\x03\x04", b"\x03" * 20, b"\x03" * 99])
def test_what_is_no_dbase_table(other: bytes) -> None:
    assert not is_dbf(other)
