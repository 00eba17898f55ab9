"""`carto rollback`: an earlier snapshot again, verified first, or nothing at all."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from carto.verdict.parameters import Parameters
from geodata.storage.data_dir import DataDir
from tests.webapp.published import publish
from tests.webapp.sample import FACTS
from webapp.cli import main

METHOD = FACTS["method"]


def rollback(data_dir: Path, *words: str) -> int:
    """Run the command."""
    return main(["--data-dir", str(data_dir), "rollback", *words])


@pytest.fixture
def newer_id(own_snapshot_dir: Path) -> str:
    """Publish a second snapshot, which is served."""
    return publish(own_snapshot_dir, method={**METHOD, "version": "9.9.9"}).id


def test_the_one_served_before_is_served_again(
    own_snapshot_dir: Path,
    snapshot_id: str,
    newer_id: str,
    capsys: pytest.CaptureFixture[str],
):
    began = time.monotonic()
    assert rollback(own_snapshot_dir) == 0
    assert time.monotonic() - began < 5
    assert DataDir(own_snapshot_dir).latest_ids() == (snapshot_id, newer_id)
    said = capsys.readouterr()
    assert said.out == f"{snapshot_id}\n"
    assert f"carto rollback {newer_id}" in said.err
    assert rollback(own_snapshot_dir, newer_id) == 0
    assert DataDir(own_snapshot_dir).latest_ids() == (newer_id, snapshot_id)


def test_one_may_be_named_for_a_program(
    own_snapshot_dir: Path,
    snapshot_id: str,
    newer_id: str,
    capsys: pytest.CaptureFixture[str],
):
    assert rollback(own_snapshot_dir, snapshot_id, "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document == {"snapshot": snapshot_id, "before": newer_id}


@pytest.mark.parametrize("wrong", ["0" * 16, "../..", "latest"])
def test_an_unknown_one_changes_nothing(
    own_snapshot_dir: Path, newer_id: str, wrong: str, capsys: pytest.CaptureFixture[str]
):
    before = DataDir(own_snapshot_dir).latest.read_bytes()
    assert rollback(own_snapshot_dir, wrong) == 1
    assert "Rien n'a changé" in capsys.readouterr().err.replace("’", "'")
    assert DataDir(own_snapshot_dir).latest.read_bytes() == before
    assert newer_id in before.decode()


def test_a_damaged_one_is_refused_and_the_one_before_it_taken(
    own_snapshot_dir: Path, snapshot_id: str, newer_id: str, capsys: pytest.CaptureFixture[str]
):
    newest = publish(own_snapshot_dir, method={**METHOD, "version": "9.9.10"}).id
    damaged = DataDir(own_snapshot_dir).snapshot(newer_id) / "communes.parquet"
    damaged.chmod(0o644)
    damaged.write_bytes(damaged.read_bytes()[:-1])
    assert rollback(own_snapshot_dir, newer_id) == 1
    assert DataDir(own_snapshot_dir).latest_ids()[0] == newest
    assert rollback(own_snapshot_dir) == 0
    assert DataDir(own_snapshot_dir).latest_ids()[0] == snapshot_id
    assert "communes.parquet" in capsys.readouterr().err


def test_one_of_another_software_is_refused(own_snapshot_dir: Path, newer_id: str):
    parameters = {**Parameters().as_dict(), "cuivre": 1}
    foreign = publish(own_snapshot_dir, method={**METHOD, "parameters": parameters}).id
    DataDir(own_snapshot_dir).point_latest_to(newer_id)
    assert rollback(own_snapshot_dir, foreign) == 1
    assert DataDir(own_snapshot_dir).latest_ids()[0] == newer_id


def test_nothing_earlier_is_said(own_snapshot_dir: Path, capsys: pytest.CaptureFixture[str]):
    assert rollback(own_snapshot_dir) == 1
    assert "carto list" in capsys.readouterr().err


def test_the_one_served_is_served_still(
    own_snapshot_dir: Path, snapshot_id: str, capsys: pytest.CaptureFixture[str]
):
    before = DataDir(own_snapshot_dir).latest.stat().st_mtime_ns
    assert rollback(own_snapshot_dir, snapshot_id) == 0
    assert "déjà" in capsys.readouterr().err
    assert DataDir(own_snapshot_dir).latest.stat().st_mtime_ns == before
