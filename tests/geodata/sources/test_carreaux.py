"""Squares: their centre, communes written one after the other, and archives."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.source import ParsedTable
from geodata.sources.carreaux import parse
from tests.geodata.raw_files import raw_file
from tests.geodata.zip_files import zip_of

HEADER = "idcar_200m,idcar_1km,i_est_200m,lcog_geo,ind,men\n"
SQUARE = "CRS3035RES200mN2850600E4038400"


def read(folder: Path, *rows: str, header: str = HEADER) -> ParsedTable:
    return parse(raw_file(folder, header + "".join(f"{row}\n" for row in rows), source="carreaux"))


def test_a_square_lies_around_its_centre(tmp_path: Path) -> None:
    (square,) = read(tmp_path, f"{SQUARE},x,0,60159,85.5,42").table.to_dict("records")
    assert (square["x_m"], square["y_m"]) == (4038500, 2850700)
    assert (square["epsg"], square["size_m"]) == (3035, 200)
    assert (square["code_insee"], square["people"]) == ("60159", 85.5)


def test_the_people_of_a_square_across_communes_are_shared(tmp_path: Path) -> None:
    found = read(tmp_path, f"{SQUARE},x,0,601596016060159,30,9")
    assert found.table["code_insee"].tolist() == ["60159", "60160"]
    assert found.table["people"].tolist() == [15, 15]
    assert found.rows_in == 2


def test_squares_of_a_kilometre_and_of_overseas(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "CRS3035RES1000mN2029000E4254000,60159,12.5",
        "CRS2975RES200mN7634000E332800,97411,3",
        header="Idcar_1km,lcog_geo,Ind\n",
    )
    assert found.table["size_m"].tolist() == [200, 1000]
    assert found.table["x_m"].tolist() == [332900, 4254500]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("CRS3035RES300mN2850600E4038400,x,0,60159,5,1", "CARREAU_INVALIDE"),
        (f"{SQUARE},x,0,6015,5,1", None),
        (f"{SQUARE},x,0,6015960,5,1", "CODE_INVALIDE"),
        (f"{SQUARE},x,0,,5,1", "CODE_INVALIDE"),
        (f"{SQUARE},x,0,60159,,1", "POPULATION_ABSENTE"),
        (f"{SQUARE},x,0,60159,-1,1", "POPULATION_ABSENTE"),
    ],
)
def test_a_bad_row_is_set_aside_with_its_reason(tmp_path: Path, row: str, code: str | None) -> None:
    found = read(tmp_path, row, "CRS3035RES200mN2850600E4038600,x,0,60159,1,1")
    assert [refused.code for refused in found.refused] == ([code] if code else [])


def test_the_archive_gives_its_table_of_the_mainland(tmp_path: Path) -> None:
    table = HEADER + f"{SQUARE},x,0,60159,85.5,42\n"
    archive = zip_of({"d/carreaux_200m_met.csv": table, "d/carreaux_200m_mart.csv": "x"})
    assert len(parse(raw_file(tmp_path, archive, source="carreaux")).table) == 1
