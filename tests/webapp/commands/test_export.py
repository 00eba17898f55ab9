"""`carto export`: the file asked for, its path on stdout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from webapp.cli import main

ROOT = Path(__file__).resolve().parents[3]


def export(snapshot_dir: Path, *words: str) -> int:
    return main(["export", *words, "--data-dir", str(snapshot_dir)])


def test_the_path_written_goes_to_stdout(
    snapshot_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    wanted = tmp_path / "communes.csv"
    assert export(snapshot_dir, "communes", "--territory", "29", "-o", str(wanted)) == 0
    assert capsys.readouterr().out == f"{wanted}\n"
    assert "29001" in wanted.read_text(encoding="utf-8")


def test_an_unknown_territory_is_an_expected_failure(
    snapshot_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert export(snapshot_dir, "communes", "--territory", "99", "-o", str(tmp_path)) == 1
    assert "99" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", [["export", "communes"], ["map", "--territory", "29"]])
def test_a_folder_that_is_absent_is_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: list[str]
):
    """Every format would be written to the same file, one over the other."""
    with pytest.raises(SystemExit) as refused:
        main([*verb, "-o", f"{tmp_path}/exports/"])
    assert refused.value.code == 2
    assert "exports/\u00a0» n'existe pas" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_its_bar_holds_the_file(snapshot_dir: Path, tmp_path: Path):
    assert export(snapshot_dir, "communes", "-o", f"{tmp_path}/") == 0
    assert [found.suffix for found in tmp_path.iterdir()] == [".csv"]


@pytest.mark.parametrize("output", ["file", "-"])
def test_a_table_without_rows_is_said(
    snapshot_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    output: str,
):
    monkeypatch.chdir(tmp_path)
    empty = ("sites", "--territory", "29083")
    assert export(snapshot_dir, *empty, "-o", output) == 0
    said = "attention\u00a0: la table «\u00a0sites\u00a0» est vide pour «\u00a029083\u00a0»"
    assert said in capfd.readouterr().err
    assert export(snapshot_dir, "communes", "-o", output) == 0
    assert capfd.readouterr().err == ""


def test_a_fallback_is_said(
    own_snapshot_dir: Path, snapshot_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (own_snapshot_dir / "latest").write_text(f"{'f' * 16}\n{snapshot_id}\n")
    assert export(own_snapshot_dir, "sites", "-o", str(tmp_path)) == 0
    assert "attention" in capsys.readouterr().err


@pytest.mark.parametrize("format_name", ["csv", "gpkg"])
def test_a_dash_is_stdout_for_text_and_for_bytes(
    snapshot_dir: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    format_name: str,
):
    monkeypatch.chdir(tmp_path)
    assert export(snapshot_dir, "communes", "--format", format_name, "-o", "file") == 0
    capfdbinary.readouterr()
    assert export(snapshot_dir, "communes", "--format", format_name, "-o", "-") == 0
    assert capfdbinary.readouterr().out == (tmp_path / "file").read_bytes()
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_a_link_to_stdout_gets_the_bytes_only(snapshot_dir: Path, tmp_path: Path):
    """The stdout of the process is a file of the test, which starts with an earlier line."""
    redirected, link = tmp_path / "redirected", tmp_path / "link"
    redirected.write_bytes(b"earlier\n")
    link.symlink_to(redirected)
    words = ["export", "sites", "-o", str(link), "--data-dir", str(snapshot_dir)]
    with redirected.open("ab") as stdout:
        command = [sys.executable, "-m", "webapp.cli", *words]
        subprocess.run(command, stdout=stdout, check=True, cwd=ROOT)
    assert export(snapshot_dir, "sites", "-o", str(tmp_path / "file")) == 0
    assert redirected.read_bytes() == b"earlier\n" + (tmp_path / "file").read_bytes()
    assert link.is_symlink()
