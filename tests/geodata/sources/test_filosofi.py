"""Filosofi: the demo, the national files, secrecy, and what breaks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.sources.filosofi import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.geodata.sources.damage import (
    DemoFile,
    check_empty,
    check_missing_column,
    check_nothing_set_aside,
    check_wrong_encoding,
)


@pytest.fixture
def demo(demo_data: Path) -> DemoFile:
    return DemoFile(demo_data / "FILO2019_DISP_COM.csv", "filosofi", parse, "Q219")


def test_the_demo(demo: DemoFile) -> None:
    parsed = parse(published_file(demo.path, "filosofi"))
    assert (parsed.rows_in, len(parsed.table)) == (275, 275)
    assert parsed.table["niveau_vie_median"].iloc[0] == 20120
    check_nothing_set_aside(parsed)


def test_broken_files(demo: DemoFile, tmp_path: Path) -> None:
    check_empty(demo, tmp_path)
    check_wrong_encoding(demo, tmp_path)
    check_missing_column(demo, tmp_path)


def test_a_broken_row_costs_itself_only(demo: DemoFile, tmp_path: Path) -> None:
    broken = "29001;Argol;423;960;vingt mille"
    parsed = demo.read(tmp_path, demo.replaced("29001;Argol;423;960;20120", broken))
    (refused,) = parsed.refused
    assert (refused.line, refused.code, refused.raw) == (2, "NOMBRE_ILLISIBLE", broken)
    assert len(parsed.table) == 274


@pytest.mark.parametrize("mark", ["", "s", "ns", "nd", "NaN"])
def test_secrecy_is_missing_never_zero(tmp_path: Path, mark: str) -> None:
    parsed = parse(raw_file(tmp_path, f"CODGEO;Q219\n29001;{mark}\n29002;20120,5\n"))
    assert parsed.table["niveau_vie_median"].isna().to_list() == [True, False]
    assert parsed.table["niveau_vie_median"].iloc[1] == 20120.5


def test_a_median_of_zero_is_refused(tmp_path: Path) -> None:
    parsed = parse(raw_file(tmp_path, "CODGEO;Q219\n29001;0\n29002;20120\n"))
    assert [row.code for row in parsed.refused] == ["NOMBRE_HORS_LIMITES"]


def test_the_latest_year_is_taken(tmp_path: Path) -> None:
    parsed = parse(raw_file(tmp_path, "CODGEO;Q121;Q221;Q219\n29001;9;21000;20120\n"))
    assert parsed.table["niveau_vie_median"].to_list() == [21000]


@pytest.mark.france
@pytest.mark.parametrize(
    ("name", "rows", "median"),
    [("FILO2019_DISP_COM.csv", 31316, 23970), ("filosofi_com_2016.csv", 34887, 22679)],
)
def test_the_whole_of_france(france_data: Path, name: str, rows: int, median: float) -> None:
    parsed = parse(published_file(france_data / "insee" / name, "filosofi"))
    assert (len(parsed.table), len(parsed.merged), len(parsed.refused)) == (rows, 45, 0)
    assert parsed.table["niveau_vie_median"].iloc[0] == median
