"""Census bases: two estimated counts, arrondissements, the archive, the table of the COM."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from carto.contracts import TableContract
from carto.tables.inputs import CODE_INSEE
from carto.tables.need_inputs import PEOPLE_65, people
from geodata.census import CensusBase, parse_census
from geodata.errors import SourceError
from geodata.reading.header import WantedColumn
from geodata.source import ParsedTable
from tests.geodata.raw_files import raw_file
from tests.geodata.zip_files import zip_of

TWO_COUNTS = TableContract(
    "structure_population",
    "Deux comptes",
    "Une ligne par commune.",
    ("code_insee",),
    (CODE_INSEE, people("people_count", "Habitants", "Population estimée."), PEOPLE_65),
)
BASE = CensusBase(
    TWO_COUNTS,
    re.compile(r"base-\d{4}\.csv", re.IGNORECASE),
    WantedColumn("people_count", ("P[0-9][0-9]_POP",)),
    WantedColumn("people_65_count", ("P[0-9][0-9]_POP65P",)),
)
HEADER = "CODGEO;P11_POP;P22_POP;P22_POP65P\n"


def read(folder: Path, data: str | bytes, source: str = "structure_population") -> ParsedTable:
    text = HEADER + data if isinstance(data, str) else data
    return parse_census(raw_file(folder, text, source=source), BASE)


def test_estimates_of_the_latest_year_are_read(tmp_path: Path) -> None:
    parsed = read(tmp_path, "01001;700;833,4;181.25\n1002;200;s;\n")
    assert parsed.table["people_count"].fillna(-1).to_list() == [833.4, -1]
    assert parsed.table["people_65_count"].fillna(-1).to_list() == [181.25, -1]


def test_arrondissements_are_added_up(tmp_path: Path) -> None:
    lyon = "".join(f"6938{n};0;{n}.5;1\n" for n in range(1, 10))
    parsed = read(tmp_path, lyon)
    assert parsed.table.to_dict("records") == [
        {"code_insee": "69123", "people_count": 49.5, "people_65_count": 9.0}
    ]
    assert len(parsed.merged) == 8


def test_a_commune_beside_its_arrondissements_is_not_counted_twice(tmp_path: Path) -> None:
    lyon = "".join(f"6938{n};0;{n}.5;1\n" for n in range(1, 10))
    assert read(tmp_path, f"{lyon}69123;0;49.5;9\n").table["people_count"].to_list() == [49.5]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("29002;0;10;11", "PARTIE_TROP_GRANDE"),
        ("29002;0;-1;0", "NOMBRE_NEGATIF"),
        ("29002;0;dix;1", "NOMBRE_ILLISIBLE"),
        ("DEP;0;10;1", "CODE_INVALIDE"),
    ],
)
def test_a_bad_row_costs_itself_only(tmp_path: Path, row: str, code: str) -> None:
    parsed = read(tmp_path, f"29001;0;10;10.0000001\n{row}\n")
    assert [refused.code for refused in parsed.refused] == [code]
    assert len(parsed.table) == 1


def test_the_table_of_the_communes_is_found_in_the_archive(tmp_path: Path) -> None:
    archive = zip_of(
        {
            "base-2022.CSV": HEADER + "01001;700;833.4;181\n",
            "base-2022-COM.CSV": HEADER + "97501;0;500;100\n",
            "meta_base-2022.CSV": "COD_VAR;LIB_VAR\n",
        }
    )
    assert read(tmp_path, archive).table["code_insee"].to_list() == ["01001"]


def test_the_table_of_the_collectivites_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"collectivités d'outre-mer.*-COM"):
        read(tmp_path, "97501;0;500;100\n97801;0;500;100\n")


def test_the_collectivites_may_complete_the_communes(tmp_path: Path) -> None:
    parsed = read(tmp_path, "97801;0;500;100\n", source="structure_population_com")
    assert parsed.table["code_insee"].to_list() == ["97801"]
