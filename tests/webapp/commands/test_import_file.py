"""`carto import`: rows kept and refused on stdout, what was written on stderr."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from webapp.cli import main

NBSP = "\u00a0"
SETTINGS = (
    '[sources.contours]\nfile = "c.json"\nmillesime = "2026"\ndate = "2026-01-01"\ncog = 2026\n'
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with settings and a file of which one row is refused."""
    (tmp_path / "carto.toml").write_text(SETTINGS)
    (tmp_path / "relais.csv").write_text(
        "code_insee,date_convention\n29019,2023-01-02\n29042,2025-01-01\n"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_rows_are_told_and_the_settings_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "communes_relais", "relais.csv", "--date", "2023-12-31"]) == 0
    said = capsys.readouterr()
    kept, refused = said.out.replace(NBSP, " ").splitlines()
    assert kept == "relais.csv : 1 ligne gardée sur 2"
    assert refused.startswith("relais.csv, ligne 3, refusée : 2025-01-01 est après")
    assert "carto.toml.bak" in said.err
    assert (folder / "carto.toml.bak").read_text() == SETTINGS
    assert 'file = "relais.csv"' in (folder / "carto.toml").read_text()

    assert main(["import", "communes_relais", "relais.csv"]) == 0
    assert "rien n'est changé" in capsys.readouterr().err


def test_a_trial_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["import", "communes_relais", "relais.csv", "--date", "2023-12-31", "--dry-run"]
    assert main([*words, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["kept"], document["rows_in"], document["written"]) == (1, 2, False)
    assert [row["code"] for row in document["refused"]] == ["DATE_FUTURE"]
    assert sorted(path.name for path in folder.iterdir()) == ["carto.toml", "relais.csv"]
    assert (folder / "carto.toml").read_text() == SETTINGS


def test_a_file_mostly_refused_is_imported_only_when_forced(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "code_insee,date_convention\n29019,2023-01-02\n29042,2025-01-01\n29103,2025-01-01\n"
    (folder / "relais.csv").write_text(rows)
    words = ["import", "communes_relais", "relais.csv", "--date", "2023-12-31"]
    assert main([*words, "--json"]) == 1
    said = capsys.readouterr()
    document = json.loads(said.out)
    assert (document["kept"], document["written"]) == (1, False)
    assert "2 lignes refusées sur 3, rien n'est changé" in said.err.replace(NBSP, " ")
    assert "--force" in said.err
    assert sorted(path.name for path in folder.iterdir()) == ["carto.toml", "relais.csv"]
    assert main([*words, "--force"]) == 0
    assert 'file = "relais.csv"' in (folder / "carto.toml").read_text()


def test_wrong_columns_are_one_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "activite", "relais.csv", "--date", "2023-12-31"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "colonne absente" in said.err
    assert (folder / "carto.toml").read_text() == SETTINGS


def test_an_empty_file_to_fill(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "enquete", "--modele"]) == 0
    assert capsys.readouterr().out == "enquete-modele.csv\n"
    assert (
        (folder / "enquete-modele.csv").read_text("utf-8-sig").startswith("code_insee;repondants")
    )
    assert main(["import", "enquete", "--modele"]) == 1
    assert main(["import", "population", "--modele"]) == 1


def test_a_file_is_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "activite"]) == 1
    assert "--modele" in capsys.readouterr().err
    assert (folder / "carto.toml").read_text() == SETTINGS
