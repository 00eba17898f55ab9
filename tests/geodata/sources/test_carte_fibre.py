"""Carte fibre: the demo, impossible rates, arrondissements, and what breaks them."""

from __future__ import annotations

import io
import json
import math
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from carto import flags
from carto.assessment import assess
from geodata.errors import SourceError
from geodata.sources.carte_fibre import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.geodata.shapefiles import zipped_shapefile
from tests.geodata.sources.damage import (
    DemoFile,
    check_empty,
    check_missing_column,
    check_nothing_set_aside,
)
from tests.mini_france.tables import question, row, tables

HEADER = "INSEE_COM,INSEE_AR,Locaux,ftth"
ARGOL = "29001,Argol,29,779,595"


@pytest.fixture
def demo(demo_data: Path) -> DemoFile:
    return DemoFile(demo_data / "cartefibre-2026t2.csv", "fibre", parse, "ftth")


def test_the_demo(demo: DemoFile) -> None:
    parsed = parse(published_file(demo.path, "fibre"))
    table = parsed.table
    assert (parsed.rows_in, len(table)) == (277, 277)
    assert set(table["quarter"]) == {"2026-T2"}
    rate = table["locaux_raccordables"].sum() / table["locaux"].sum()
    assert rate == pytest.approx(0.902, abs=0.0005)
    assert (table["locaux_raccordables"] < 0.5 * table["locaux"]).sum() == 18
    check_nothing_set_aside(parsed)


def test_broken_files(demo: DemoFile, tmp_path: Path) -> None:
    check_empty(demo, tmp_path)
    check_missing_column(demo, tmp_path)


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("29001,Argol,29,779,1200", "TAUX_IMPOSSIBLE"),
        ("29001,Argol,29,0,12", "TAUX_IMPOSSIBLE"),
        ("29001,Argol,29,779,-5", "NOMBRE_NEGATIF"),
        ("29001,Argol,29,779,59 %", "NOMBRE_ILLISIBLE"),
        ("29,Finistère,29,779,595", "CODE_INVALIDE"),
        ("29001,Argol,29,779", "NB_CELLULES"),
    ],
)
def test_a_broken_row_costs_itself_only(
    demo: DemoFile, tmp_path: Path, broken: str, code: str
) -> None:
    parsed = demo.read(tmp_path, demo.replaced(ARGOL, broken))
    (refused,) = parsed.refused
    assert (refused.file, refused.line, refused.code) == ("cartefibre-2026t2.csv", 2, code)
    assert len(parsed.table) == 276


@pytest.mark.parametrize(
    ("cells", "locaux", "raccordables", "notice"),
    [
        ("9435.000000000000000,95.0", 9435, 95, None),
        (" 3\u00a0150    , -    ", 3150, 0, None),
        ("779,ns", 779, None, None),
        (",595", None, 595, None),
        ("0,0", 0, 0, "LOCAUX_NULS"),
        ("100,104", 100, 104, "TAUX_SUPERIEUR_A_UN"),
    ],
)
def test_ways_of_writing_counts(
    tmp_path: Path, cells: str, locaux: int | None, raccordables: int | None, notice: str | None
) -> None:
    parsed = parse(raw_file(tmp_path, f"INSEE_COM,Locaux,ftth\n29001,{cells}\n"))
    found = parsed.table.astype(object).where(parsed.table.notna(), None).iloc[0]
    assert (found["locaux"], found["locaux_raccordables"]) == (locaux, raccordables)
    assert [said.code for said in parsed.notices] == ([notice] if notice else [])


def test_arrondissements_are_added_up(tmp_path: Path) -> None:
    paris = [f"{code},{code},10,5" for code in range(75101, 75121)]
    lyon = [f"69123,{code},4,3" for code in range(69381, 69390)]
    parsed = parse(raw_file(tmp_path, "\n".join([HEADER, *paris, "29001,2,8,7", *lyon])))
    assert parsed.table["code_insee"].to_list() == ["29001", "69123", "75056"]
    assert parsed.table["locaux"].to_list() == [8, 36, 200]
    assert parsed.table["locaux_raccordables"].to_list() == [7, 27, 100]
    assert [merged.into for merged in parsed.merged] == ["75056"] * 19 + ["69123"] * 8
    assert parsed.notices == ()


def test_a_sum_with_an_unknown_part_is_unknown(tmp_path: Path) -> None:
    lyon = [f"69123,{code},4,{'' if code == 69385 else 3}" for code in range(69381, 69390)]
    parsed = parse(raw_file(tmp_path, "\n".join([HEADER, *lyon])))
    assert parsed.table["locaux"].to_list() == [36]
    assert parsed.table["locaux_raccordables"].isna().all()


@pytest.mark.parametrize("unreadable", ["69123,69389,4,beaucoup", "69123,6938X,4,3"])
def test_an_unreadable_arrondissement_leaves_the_commune_unknown(
    tmp_path: Path, unreadable: str
) -> None:
    lyon = [f"69123,{code},4,3" for code in range(69381, 69389)]
    parsed = parse(raw_file(tmp_path, "\n".join([HEADER, *lyon, unreadable])))
    assert parsed.table["code_insee"].to_list() == ["69123"]
    assert parsed.table[["locaux", "locaux_raccordables"]].isna().all(axis=None)
    assert len(parsed.refused) == 1
    (notice,) = parsed.notices
    assert (notice.subject, notice.code) == ("69123", "ARRONDISSEMENTS_INCOMPLETS")
    assert "69389" in notice.message


def test_arrondissements_that_lost_their_code_are_not_the_commune(tmp_path: Path) -> None:
    alone = parse(raw_file(tmp_path, f"{HEADER}\n69123,,40,30\n69123,,50,45\n29001,,9,9\n"))
    assert alone.table["locaux"].isna().tolist() == [False, True]
    assert [(notice.subject, notice.code) for notice in alone.notices] == [
        ("69123", "COMMUNE_PARTIELLE")
    ]
    lyon = "\n".join(f"69123,{code},10,5" for code in range(69381, 69390))
    beside = parse(raw_file(tmp_path, f"{HEADER}\n{lyon}\n69123,,10,5\n"))
    assert beside.table["locaux"].tolist() == [90]
    assert [row.code for row in beside.refused] == ["COMMUNE_PARTIELLE"]


@pytest.mark.parametrize("arrondissement", ["", "69123"])
def test_the_commune_may_have_its_own_row(tmp_path: Path, arrondissement: str) -> None:
    parsed = parse(raw_file(tmp_path, f"{HEADER}\n69123,{arrondissement},40,30\n"))
    assert parsed.table["locaux"].to_list() == [40]


def test_no_premises_is_said_from_the_file_to_the_published_reason(tmp_path: Path) -> None:
    given = tables()
    rows = [f"{code},,100,90" for code in given["fibre"]["code_insee"] if code != "29227"]
    given["fibre"] = parse(raw_file(tmp_path, "\n".join([HEADER, *rows, "29227,,0,0"]))).table
    commune = row(assess(given, question()), "29227")
    assert (commune["locaux"], commune["locaux_raccordables"]) == (0, 0)
    assert math.isnan(float(str(commune["taux_couverture_ftth"])))
    reasons = json.loads(str(commune["reasons"]))
    assert reasons["taux_couverture_ftth"] == flags.LOCAUX_NULS
    assert "locaux" not in reasons


def test_the_zipped_shapefile(tmp_path: Path) -> None:
    paris = [str(code) for code in range(75101, 75121)]
    table = pd.DataFrame(
        {
            "INSEE_COM": ["48095", *paris],
            "NOM_COM": ["Mende", *["Paris"] * 20],
            "INSEE_AR": ["2", *["1"] * 20],
            "Locaux": [9691.0, *[10.0] * 20],
            "ftth": [9435.0, *[5.0] * 20],
            "ZMD_privé": ["é"] * 21,
            "zone": ["zipri", *["ZTD"] * 20],
        }
    )
    data = zipped_shapefile(tmp_path, table)
    parsed = parse(raw_file(tmp_path, data, source="fibre", name="2026t2-commune.zip"))
    assert parsed.table.drop(columns="locaux_en_construction").to_numpy().tolist() == [
        ["48095", "2026-T2", 9691, 9435, "zipri"],
        ["75056", "2026-T2", 200, 100, "ZTD"],
    ]
    assert parsed.table["locaux_en_construction"].isna().all()
    assert (parsed.rows_in, len(parsed.merged), parsed.refused) == (21, 19, ())


def test_premises_under_construction_and_the_zone_are_read_when_they_are_there(
    tmp_path: Path,
) -> None:
    header = "INSEE_COM,Locaux,ftth,Estimation des locaux en cours de construction,zone"
    lines = ["29001,779,595,12,zipu", "29002,900,900,-,amii", "29003,80,7,,littoral"]
    parsed = parse(raw_file(tmp_path, "\n".join([header, *lines])))
    found = parsed.table.astype(object).where(parsed.table.notna(), None)
    assert found["locaux_en_construction"].to_list() == [12, 0, None]
    assert found["zone_fibre"].to_list() == ["zipu", "zipri", None]
    assert [notice.code for notice in parsed.notices] == ["ZONE_INCONNUE"]


def test_a_zip_without_a_table_is_refused(tmp_path: Path) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as writer:
        writer.writestr("lisez-moi.txt", "rien")
    with pytest.raises(SourceError, match=r"carte\.zip.*lisez-moi\.txt"):
        parse(raw_file(tmp_path, archive.getvalue(), name="carte.zip"))


@pytest.mark.france
def test_the_file_of_a_third_party(france_data: Path) -> None:
    path = france_data / "fibre" / "cartefibre-2026t2-29.csv"
    assert len(parse(published_file(path, "fibre")).table) == 277
