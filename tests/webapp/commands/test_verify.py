"""`carto verify`: a whole snapshot passes, one changed byte does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from tests.webapp.published import publish
from webapp.cli import main


def verify(folder: Path, *words: str) -> int:
    return main(["verify", *words, "--data-dir", str(folder)])


def test_a_whole_snapshot_passes(
    snapshot_dir: Path, snapshot_id: str, capsys: pytest.CaptureFixture[str]
):
    assert verify(snapshot_dir, snapshot_id) == 0
    assert verify(snapshot_dir, "--json") == 0
    document = json.loads(capsys.readouterr().out.splitlines()[1])
    assert document["snapshot"] == snapshot_id
    assert document["files"] > 10
    assert document["bytes"] > 10_000


def test_one_changed_byte_is_refused_by_name(
    own_snapshot_dir: Path, snapshot_id: str, capsys: pytest.CaptureFixture[str]
):
    path = DataDir(own_snapshot_dir).snapshot(snapshot_id) / "sites.parquet"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert verify(own_snapshot_dir) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "sites.parquet" in err


@pytest.mark.parametrize("wrong", ["0000000000000000", "../..", "zzz"])
def test_an_unknown_id_is_refused(
    snapshot_dir: Path, wrong: str, capsys: pytest.CaptureFixture[str]
):
    assert verify(snapshot_dir, wrong) == 1
    assert "carto list" in capsys.readouterr().err


@pytest.mark.parametrize("damage", [b"\xff\x00garbage", b"", b"f" * 16 + b"\n", None])
def test_a_damaged_latest_is_said_and_the_newest_snapshot_is_verified(
    own_snapshot_dir: Path, damage: bytes | None, capsys: pytest.CaptureFixture[str]
):
    newer = publish(own_snapshot_dir, method={"version": "2"}, created="2026-12-01T00:00:00+00:00")
    latest = own_snapshot_dir / "latest"
    if damage is None:
        latest.unlink()
    else:
        latest.write_bytes(damage)
    assert verify(own_snapshot_dir) == 1
    out, err = capsys.readouterr()
    assert out == f"{newer.id}\n"
    warning, verified = err.splitlines()
    assert f"«\xa0{latest}\xa0» est abîmé" in warning
    assert newer.id in warning
    assert f"{newer.id} intact" in verified


def test_an_id_asked_for_needs_no_latest(own_snapshot_dir: Path, snapshot_id: str):
    (own_snapshot_dir / "latest").write_bytes(b"garbage")
    assert verify(own_snapshot_dir, snapshot_id) == 0


def test_nothing_published_says_what_to_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "latest").write_bytes(b"garbage")
    assert verify(tmp_path) == 1
    assert "carto build --demo" in capsys.readouterr().err
