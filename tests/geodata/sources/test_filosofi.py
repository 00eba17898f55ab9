"""Filosofi: the demo, the national files, secrecy, and what breaks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.sources.filosofi import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.geodata.sources.damage import (
    DemoFile,
    check_empty,
    check_missing_column,
    check_nothing_set_aside,
    check_wrong_encoding,
)
from tests.geodata.zip_files import zip_of


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


def test_a_table_of_poverty_alone_is_read(tmp_path: Path) -> None:
    text = "CODGEO;LIBGEO;TP6021;TP60AGE121\n29001;Argol;9,0;12\n29002;Arzano;s;s\n"
    parsed = parse(raw_file(tmp_path, text))
    assert parsed.table["taux_pauvrete"].fillna(-1).to_list() == [9, -1]
    assert parsed.table["niveau_vie_median"].isna().all()


def test_the_two_tables_of_the_archive_are_read_together(tmp_path: Path) -> None:
    archive = zip_of(
        {
            "FILO2021_DISP_COM.csv": "CODGEO;Q221\n29001;21000\n29002;22000\n",
            "FILO2021_DISP_PAUVRES_COM.csv": "CODGEO;TP6021\n29001;9,0\n29003;14\n",
            "FILO2021_DEC_COM.csv": "CODGEO;Q221\n29001;1\n",
            "meta_FILO2021_DISP_COM.csv": "x",
        }
    )
    parsed = parse(raw_file(tmp_path, archive, name="indic-struct-2021-COMMUNES_csv.zip"))
    assert parsed.table.fillna(-1).to_numpy().tolist() == [
        ["29001", 21000, 9],
        ["29002", 22000, -1],
        ["29003", -1, 14],
    ]
    assert (parsed.rows_in, parsed.refused) == (3, ())


def test_an_archive_without_poverty_says_what_it_holds(tmp_path: Path) -> None:
    archive = zip_of({"FILO2021_DISP_COM.csv": "CODGEO;Q221\n29001;21000\n"})
    with pytest.raises(SourceError, match=r"elle contient.*FILO2021_DISP_COM.csv"):
        parse(raw_file(tmp_path, archive))


@pytest.mark.france
def test_poverty_is_secret_for_most_communes(france_data: Path) -> None:
    raw = published_file(france_data / "insee" / "filosofi_com_2016.csv", "filosofi")
    parsed = parse(raw)
    assert parsed.table["taux_pauvrete"].isna().sum() == 30_560
    assert {notice.code for notice in parsed.notices} == {"TAUX_PLANCHER"}
