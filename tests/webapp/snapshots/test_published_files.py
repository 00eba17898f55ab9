"""Files of a snapshot: those that its manifest lists, with the media type it gives them."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot, open_latest
from webapp.errors import UnknownResourceError
from webapp.snapshots.published_files import media_type, published_path


@pytest.fixture(scope="module")
def snapshot(snapshot_dir: Path) -> Snapshot:
    return open_latest(DataDir(snapshot_dir))[0]


def test_every_listed_file_and_the_manifest_are_reached(snapshot: Snapshot):
    for name in ("datapackage.json", *(r["path"] for r in snapshot.manifest["resources"])):
        assert published_path(snapshot, name).is_file()


@pytest.mark.parametrize("name", ["../latest", "datapackage.json.sha256", "maps", "", "x" * 500])
def test_nothing_else_is_reached(snapshot: Snapshot, name: str):
    with pytest.raises(UnknownResourceError, match=r"datapackage\.json"):
        published_path(snapshot, name)


def test_media_types_are_those_of_the_manifest(snapshot: Snapshot):
    assert media_type(snapshot, "quarantine.csv") == "text/csv"
    assert media_type(snapshot, "datapackage.json") == "application/json"
