"""Tests of `webapp.snapshots.releases`."""

from __future__ import annotations

from pathlib import Path

from geodata.storage.data_dir import DataDir
from tests.webapp.published import publish
from webapp.snapshots.releases import Releases


def test_every_release_is_listed_the_newest_first(own_snapshot_dir: Path, snapshot_id: str) -> None:
    data_dir = DataDir(own_snapshot_dir)
    releases = Releases(data_dir)
    assert [release.id for release in releases.all()] == [snapshot_id]
    other = publish(own_snapshot_dir, title="Autre", created="2027-01-01T00:00:00+00:00")
    found = releases.all()
    assert [release.id for release in found] == [other.id, snapshot_id]
    assert found[0].title == "Autre"
    assert found[0].is_demo
    assert found[0].bytes == sum(resource["bytes"] for resource in other.manifest["resources"])


def test_a_release_that_cannot_be_read_is_left_out(
    own_snapshot_dir: Path, snapshot_id: str
) -> None:
    data_dir = DataDir(own_snapshot_dir)
    (data_dir.snapshot(snapshot_id) / "datapackage.json").write_bytes(b"{}")
    assert Releases(data_dir).all() == []
