"""Population by age: the columns of the base, alone or in its archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from carto.measures.age_structure import CLASSES
from geodata.errors import SourceError
from geodata.sources.structure_population import parse
from tests.geodata.raw_files import raw_file
from tests.geodata.zip_files import zip_of

TEXT = "CODGEO;P22_POP;P22_POP65P;P22_POP75P\n29001;1000.5;240.25;100\n29002;800;s;\n"


BY_AGE = "CODGEO;P22_POP;P22_POP65P;P22_POP1529;P22_POP3044;P22_POP4559;P22_POP6074;"


def test_the_counts_are_read_and_classes_need_not_be_there(tmp_path: Path) -> None:
    parsed = parse(raw_file(tmp_path, TEXT, source="structure_population"))
    assert parsed.table.fillna(-1).to_dict("list") == {
        "code_insee": ["29001", "29002"],
        "people_count": [1000.5, 800],
        "people_65_count": [240.25, -1],
        "people_15_29_count": [-1, -1],
        "people_30_44_count": [-1, -1],
        "people_45_59_count": [-1, -1],
        "people_60_74_count": [-1, -1],
        "people_75_count": [100, -1],
    }


@pytest.mark.parametrize(
    ("last", "cells"), [("P22_POP75P", "13"), ("P22_POP7589;P22_POP90P", "9;4")]
)
def test_the_classes_of_age_are_read(tmp_path: Path, last: str, cells: str) -> None:
    text = f"{BY_AGE}{last}\n29001;100;20;15;16;17;18;{cells}\n"
    parsed = parse(raw_file(tmp_path, text, source="structure_population"))
    assert parsed.table[list(CLASSES)].iloc[0].tolist() == [15, 16, 17, 18, 13]


def test_classes_that_count_more_than_everybody_are_refused(tmp_path: Path) -> None:
    text = f"{BY_AGE}P22_POP75P\n29001;100;20;50;16;17;18;13\n29002;100;20;15;16;17;18;13\n"
    parsed = parse(raw_file(tmp_path, text, source="structure_population"))
    assert [row.code for row in parsed.refused] == ["PARTIE_TROP_GRANDE"]


def test_arrondissements_are_added_up_by_class(tmp_path: Path) -> None:
    rows = "".join(f"{code};10;3;1;1;1;1;2\n" for code in range(69381, 69390))
    parsed = parse(raw_file(tmp_path, f"{BY_AGE}P22_POP75P\n{rows}", source="structure_population"))
    assert parsed.table["code_insee"].tolist() == ["69123"]
    assert parsed.table[list(CLASSES)].iloc[0].tolist() == [9, 9, 9, 9, 18]


def test_the_archive_of_insee_is_read(tmp_path: Path) -> None:
    members = {
        "base-cc-evol-struct-pop-2022.CSV": TEXT,
        "base-cc-evol-struct-pop-2022-COM.CSV": "CODGEO;X\n",
        "meta_base-cc-evol-struct-pop-2022.CSV": "COD_VAR\n",
        "meta_base-cc-evol-struct-pop-2022-COM.CSV": "COD_VAR\n",
    }
    parsed = parse(raw_file(tmp_path, zip_of(members), source="structure_population"))
    assert len(parsed.table) == 2


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="colonne absente"):
        parse(raw_file(tmp_path, "CODGEO;P22_X\n29001;1\n", source="structure_population"))
