"""`carto plan`: words, JSON and a file; what cannot be asked ends in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from webapp.cli import main


@pytest.fixture
def plan(snapshot_dir: Path) -> list[str]:
    return ["plan", "departement:29", "--data-dir", str(snapshot_dir)]


def test_the_answer_is_on_stdout_and_the_progress_on_stderr(
    plan: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*plan, "--demi-journees", "2"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Finistère. Où tenir 2\u00a0demi-journées par semaine")
    assert "recherche du meilleur plan" in err
    assert "routes lentes" in err


def test_json_is_the_document_of_the_api(
    plan: list[str], snapshot_id: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*plan, "--question", "temps", "--lieux", "1", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["snapshot"] == snapshot_id
    assert document["territory"]["nom"] == "Finistère"
    assert document["question"]["kind"] == "temps"


def test_communes_are_written_to_a_file(
    plan: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = tmp_path / "plan.csv"
    assert main([*plan, "--question", "couverture", "--rayon", "10", "-o", str(written)]) == 0
    assert written.read_text(encoding="utf-8").startswith("\ufeffcode_insee;nom;")
    assert f"écrit\u00a0: {written}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--demi-journees", "0"], "de 1 à 60"),
        (["--demi-journees", "59"], "au plus"),
        (["--lieux", "2"], "--demi-journees"),
        (["--question", "temps", "--demi-journees", "2"], "--lieux"),
        (["--question", "tous", "--rayon", "0"], "minutes"),
        (["--candidats", "22001"], "22001"),
        (["--sans", "absent"], "absent"),
        (["-o", "absent/plan.csv"], "absent/plan.csv"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    plan: list[str],
    options: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([*plan, *options]) == 1
    out, err = capsys.readouterr()
    last = err.splitlines()[-1]
    assert out == ""
    assert last.startswith("erreur\u00a0: ")
    assert said in last


@pytest.mark.parametrize("territory", ["99", "epci:000000000", "groupe:1-2"])
def test_an_unknown_territory_is_said(
    territory: str, snapshot_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["plan", territory, "--data-dir", str(snapshot_dir)]) == 1
    assert capsys.readouterr().err.startswith("erreur\u00a0: ")


def test_places_may_be_left_out(plan: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*plan, "--question", "tous", "--sans", "tous", "--perimetre-seul", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["question"]["without"] == ["tous"]
    assert document["before"]["inside"] > 0
