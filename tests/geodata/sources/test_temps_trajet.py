"""Tables of times: layouts, ends, and units that distances belie."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from geodata.source import ParsedTable
from geodata.sources.temps_trajet import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.rules.repository import ROOT


def read(folder: Path, text: str) -> ParsedTable:
    return parse(raw_file(folder, text, source="temps_trajet"))


def test_the_documented_layout(tmp_path: Path) -> None:
    text = "code_insee;destination;minutes;km\n29019;29232;31,5;28\n29019;fs-1;7;\n1001;29019;;\n"
    found = read(tmp_path, text)
    assert found.table["code_insee"].tolist() == ["01001", "29019", "29019"]
    assert found.table["destination"].tolist() == ["29019", "29232", "fs-1"]
    assert found.table["minutes"].tolist()[1:] == [31.5, 7]
    assert pd.isna(found.table["minutes"][0])
    assert [said.code for said in found.notices] == ["CODE_REPARE"]


def test_a_matrix_of_r5py_and_tabs(tmp_path: Path) -> None:
    found = read(tmp_path, "from_id\tto_id\ttravel_time\n29019\t1004\t12\n")
    assert found.table["destination"].tolist() == ["01004"]
    assert found.table["km"].isna().all()


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("29019;29232;-1;", "NOMBRE_HORS_LIMITES"),
        ("29019;29232;1441;", "NOMBRE_HORS_LIMITES"),
        ("29019;29232;10;-2", "NOMBRE_HORS_LIMITES"),
        ("29019;29232;dix;", "NOMBRE_ILLISIBLE"),
        ("2901;x/../y;10;", "ID_INVALIDE"),
        ("0null;29232;10;", "CODE_INVALIDE"),
        ("29019;20004;10;", "CODE_INVALIDE"),
        ("29019;;10;", "ID_ABSENT"),
        ("29019;29232;900;15", "VITESSE_INVRAISEMBLABLE"),
        ("29019;29232;0,25;15", "VITESSE_INVRAISEMBLABLE"),
        ("29019;29232;0;15", "VITESSE_INVRAISEMBLABLE"),
    ],
)
def test_a_bad_row_is_set_aside_with_its_reason(tmp_path: Path, row: str, code: str) -> None:
    found = read(tmp_path, f"code_insee;destination;minutes;km\n{row}\n29019;29019;0;0\n")
    assert [(refused.line, refused.code) for refused in found.refused] == [(2, code)]
    assert len(found.table) == 1


def test_two_times_of_one_pair_keep_the_shortest(tmp_path: Path) -> None:
    found = read(tmp_path, "code_insee;destination;minutes\n29019;29232;40\n29019;29232;31\n")
    assert found.table["minutes"].tolist() == [31]
    assert [row.code for row in found.refused] == ["CLE_REPETEE"]


def test_the_documented_example() -> None:
    parsed = parse(published_file(ROOT / "docs/schemas/temps_trajet-exemple.csv", "temps_trajet"))
    assert (len(parsed.table), parsed.refused) == (4, ())
