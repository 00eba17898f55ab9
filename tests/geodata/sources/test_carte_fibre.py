"""Carte fibre: the demo, impossible rates, arrondissements, and what breaks them."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from carto import flags
from carto.assessment import assess
from geodata.sources.carte_fibre import parse, quarter_of
from tests.geodata.raw_files import published_file, raw_file
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


def test_quarters() -> None:
    dates = ("2025-12-31", "2026-01-01", "2026-03-31", "2026-09-30")
    assert [quarter_of(date) for date in dates] == ["2025-T4", "2026-T1", "2026-T1", "2026-T3"]


@pytest.mark.france
def test_the_file_of_a_third_party(france_data: Path) -> None:
    path = france_data / "fibre" / "cartefibre-2026t2-29.csv"
    assert len(parse(published_file(path, "fibre")).table) == 277
