"""`carto verify`: a whole snapshot passes, one changed byte does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
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
