"""`carto calibrate`: the reference in a file, the same in words on stdout; all of France only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from carto.codes import DEPARTEMENTS
from tests.demo import DEMO
from webapp.cli import main


def calibrate(folder: Path, scope: str, out: str = "2030.json", **changes: str) -> int:
    """Calibrate on the files of the demonstration, as if they were the whole of France."""
    config = (
        (DEMO / "carto.toml").read_text(encoding="utf-8").replace('file = "', f'file = "{DEMO}/')
    )
    config = config.replace('scope = "29"', f'scope = "{scope}"') + changes.get("more", "")
    (folder / "carto.toml").write_text(config, encoding="utf-8")
    words = (
        "--config",
        str(folder / "carto.toml"),
        "--vintage",
        "2030",
        "--out",
        str(folder / out),
    )
    return main(["calibrate", *words, "--data-dir", str(folder / "data")])


@pytest.fixture
def _finistere_is_france(monkeypatch: pytest.MonkeyPatch) -> None:
    finistere = {"29": DEPARTEMENTS["29"]}
    monkeypatch.setattr("geodata.calibration.DEPARTEMENTS", finistere)


@pytest.mark.usefixtures("_finistere_is_france")
def test_the_reference_is_written_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "2030.json"
    assert calibrate(tmp_path, "FR", str(out)) == 0
    told = capsys.readouterr()
    written = json.loads(out.read_text(encoding="utf-8"))
    assert written["vintage"] == "2030"
    assert [supply["lists"] for supply in written["supplies"]] == [["france_services"]]
    assert "# Calibrage 2030" in told.out
    assert "calibrage\u00a0: france_services" in told.err
    assert f"Référence 2030 écrite dans {out}." in told.err
    assert not list((tmp_path / "data").glob("snapshots/*"))


def test_less_than_france_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert calibrate(tmp_path, "29") == 1
    assert 'scope = "FR"' in capsys.readouterr().err
    assert calibrate(tmp_path, "FR") == 1
    assert "aucun contour de commune pour 01, 02, 03, 04, 05…" in capsys.readouterr().err


def test_another_method_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert calibrate(tmp_path, "FR", more="\n[parameters.alerts]\nneed = 6.0\n") == 1
    assert "retirez [parameters]" in capsys.readouterr().err


@pytest.mark.usefixtures("_finistere_is_france")
def test_a_file_that_cannot_be_written_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert calibrate(tmp_path, "FR", str(tmp_path / "absent" / "x.json")) == 1
    assert "Impossible d'écrire" in capsys.readouterr().err


def test_it_is_said_before_anything_is_computed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The territory is refused later, after the settings were read."""
    assert calibrate(tmp_path, "29", str(tmp_path)) == 1
    assert "Impossible d'écrire" in capsys.readouterr().err
    kept, new = tmp_path / "kept.json", tmp_path / "new.json"
    kept.write_text("{}", encoding="utf-8")
    assert [calibrate(tmp_path, "29", str(path)) for path in (kept, new)] == [1, 1]
    assert kept.read_text(encoding="utf-8") == "{}"
    assert not new.exists()
