"""`carto dossier`: one file, by the end of its name; what cannot be made is said in a line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.webapp.dossier.sample_dossier import SIREN
from webapp.cli import main

Run = Callable[..., int]


@pytest.fixture
def run(snapshot_dir: Path, static_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command on the published sample."""
    monkeypatch.setattr("webapp.commands.dossier.DEFAULT_STATIC_DIR", static_dir)

    def command(*words: object) -> int:
        return main(["dossier", "--data-dir", str(snapshot_dir), *map(str, words)])

    return command


def test_each_format_is_written(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for suffix, start in (("docx", b"PK"), ("zip", b"PK"), ("pdf", b"%PDF"), ("html", b"<!doc")):
        path = tmp_path / f"dossier.{suffix}"
        assert run(f"epci:{SIREN}", "-o", path) == 0
        said = capsys.readouterr()
        assert said.out == f"{path}\n"
        assert "textes, tableaux et cartes" in said.err
        assert path.read_bytes().lstrip().startswith(start)


def test_the_command_writes_what_the_page_gives(run: Run, tmp_path: Path) -> None:
    paths = [tmp_path / "un.docx", tmp_path / "deux.docx"]
    for path in paths:
        assert run(SIREN, "-o", path) == 0
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_an_earlier_edition_says_what_changed(run: Run, tmp_path: Path) -> None:
    annexes, page = tmp_path / "annexes.zip", tmp_path / "dossier.html"
    assert run(SIREN, "-o", annexes) == 0
    with ZipFile(io.BytesIO(annexes.read_bytes())) as archive:
        state = json.loads(archive.read("baseline.json"))
    state["date"] = "2020-01-01"
    state["baseline"]["snapshot_id"] = "0" * 16
    reference = tmp_path / "baseline.json"
    reference.write_text(json.dumps(state))
    assert run(SIREN, "-o", page, "--reference", reference) == 0
    assert "Ce qui a changé depuis l'édition de référence" in page.read_text().replace("&#39;", "'")


def test_a_scenario_makes_a_sheet_of_the_plan(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scenario, page = tmp_path / "scenario.json", tmp_path / "dossier.html"
    document = {
        "format": "carto-scenario",
        "version": 1,
        "territoire": {"type": "epci", "code": SIREN},
        "ajouts": [{"ou": "29001", "heures_semaine": 7}],
    }
    scenario.write_text(json.dumps(document))
    assert run(SIREN, "-o", page, "--scenario", scenario) == 0
    assert "Ajouter 7" in page.read_text()
    scenario.write_text(json.dumps(document | {"ajouts": [{"ou": "99999", "heures_semaine": 7}]}))
    page.unlink()
    assert run(SIREN, "-o", page, "--scenario", scenario) == 1
    assert run("29", "-o", page, "--scenario", scenario) == 1
    errors = [line for line in capsys.readouterr().err.splitlines() if line.startswith("erreur")]
    assert "99999" in errors[0]
    assert f"epci-{SIREN}" in errors[1]
    assert not page.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["epci:999999999"], "999999999"),
        ([SIREN, "-o", "dossier.odt"], "LibreOffice"),
        ([SIREN, "-o", "dossier.doc"], ".docx"),
        ([SIREN, "--reference", "absent.zip"], "absent.zip"),
    ],
)
def test_what_cannot_be_made_is_said_in_a_line(
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*words) == 1
    (error,) = [line for line in capsys.readouterr().err.splitlines() if line.startswith("erreur")]
    assert said in error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("territory", ["epci:999999999", "region:53", "groupe:29001-99999"])
def test_a_bad_territory_is_said_before_anything_is_written(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], territory: str
) -> None:
    assert run(territory, "-o", tmp_path / "dossier.docx") == 1
    said = capsys.readouterr().err
    assert "erreur\u00a0: " in said
    assert "textes, tableaux et cartes" not in said
