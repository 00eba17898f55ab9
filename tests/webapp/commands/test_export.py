"""`carto export`: the file asked for, its path on stdout."""

from __future__ import annotations

from pathlib import Path

import pytest

from webapp.cli import main


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


def test_a_fallback_is_said(
    own_snapshot_dir: Path, snapshot_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (own_snapshot_dir / "latest").write_text(f"{'f' * 16}\n{snapshot_id}\n")
    assert export(own_snapshot_dir, "sites", "-o", str(tmp_path)) == 0
    assert "attention" in capsys.readouterr().err
