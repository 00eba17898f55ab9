"""`carto list`: what is published, and which one is served."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from carto.errors import CartoError
from geodata.storage.attempts import BUILD, attempting
from geodata.storage.data_dir import DataDir
from tests.webapp.published import publish
from webapp.cli import main


def test_the_served_snapshot_is_marked(
    own_snapshot_dir: Path, snapshot_id: str, capsys: pytest.CaptureFixture[str]
):
    newer = publish(own_snapshot_dir, method={"version": "2"}, created="2026-12-01T00:00:00+00:00")
    assert main(["list", "--data-dir", str(own_snapshot_dir)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"* {newer.id}  2026-12-01 00:00")
    assert second.startswith(f"  {snapshot_id}")


def test_json_is_a_list_of_objects(
    snapshot_dir: Path, snapshot_id: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["list", "--json", "--data-dir", str(snapshot_dir)]) == 0
    (listed,) = json.loads(capsys.readouterr().out)
    assert listed["snapshot"] == snapshot_id
    assert listed["is_current"] is True
    assert listed["title"] == "Finistère (exemple)"


def test_nothing_published_is_no_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["list", "--data-dir", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "carto build --demo" in err
    assert main(["list", "--json", "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_the_operator_is_told_why_the_last_build_failed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(CartoError), attempting(BUILD, DataDir(tmp_path)):
        raise CartoError("population.csv, ligne 3 : ligne tronquée")
    assert main(["list", "--json", "--data-dir", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert "a échoué" in said.err
    assert "population.csv, ligne 3" in said.err
    assert json.loads(said.out) == []
