"""One byte changed in any file of what is served: it is refused, and the former one is served."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.manifest import SEAL
from geodata.storage.snapshot import Snapshot
from tests.geodata.crash.conftest import Succession
from tests.geodata.crash.tiny_build import build_quietly, copy_of
from webapp.cli import main
from webapp.snapshots.current_snapshot import SnapshotStore


@pytest.fixture
def data_dir(succession: Succession, tmp_path: Path) -> DataDir:
    """Copy the data folder and build the next snapshot in it."""
    copy = copy_of(succession.folder, tmp_path / "data")
    build_quietly(succession.settings, copy.path)
    return copy


def flip_one_byte(path: Path, chance: random.Random) -> bytes:
    """Change one byte somewhere in a file; return what it held."""
    whole = path.read_bytes()
    changed = bytearray(whole)
    changed[chance.randrange(len(whole))] ^= chance.randrange(1, 256)
    path.chmod(0o644)
    path.write_bytes(changed)
    return whole


def test_verify_and_start_up_refuse_it(
    succession: Succession, data_dir: DataDir, capsys: pytest.CaptureFixture[str]
) -> None:
    following = Snapshot.open(data_dir.snapshot(succession.following))
    names = [resource["path"] for resource in following.manifest["resources"]]
    chance = random.Random(29)  # noqa: S311 - bytes for a test
    for name in [*names, "datapackage.json", SEAL]:
        path = following.folder / name
        whole = flip_one_byte(path, chance)
        assert main(["--data-dir", str(data_dir.path), "verify"]) == 1
        said = capsys.readouterr().err
        assert name in said
        assert "Traceback" not in said
        started = SnapshotStore(data_dir).current()
        assert started.id == succession.former
        assert name in started.warnings[0]
        path.write_bytes(whole)
    assert SnapshotStore(data_dir).current().id == succession.following


def test_a_build_replaces_what_was_damaged(succession: Succession, data_dir: DataDir) -> None:
    """A table of the snapshot, every raw file, every result kept of an earlier build."""
    chance = random.Random(29)  # noqa: S311 - bytes for a test
    flip_one_byte(data_dir.snapshot(succession.following) / "communes.parquet", chance)
    for kept in [*data_dir.raw.iterdir(), *data_dir.stages.iterdir()]:
        flip_one_byte(kept, chance)
    succession.check_the_next_build_succeeds(data_dir)
