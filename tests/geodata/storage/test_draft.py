"""Tests of drafts and of their publication, when all goes well and when the disk does not."""

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from carto.errors import ContractError
from geodata.storage.data_dir import DataDir
from geodata.storage.draft import DraftSnapshot
from geodata.storage.errors import StorageError
from geodata.storage.snapshot import Snapshot, open_latest
from tests.geodata.storage import sample_snapshot

STEPS = ("fsync", "rename", "replace", "chmod", "open")
PUBLISH = """
import os, signal, sys
from pathlib import Path
from geodata.storage.data_dir import DataDir
from geodata.storage.draft import DraftSnapshot

def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)

data_dir = DataDir(Path(sys.argv[1]))
with data_dir.lock(), DraftSnapshot.create(data_dir) as draft:
    draft.write_file("a.txt", b"a", title="A", mediatype="text/plain")
    setattr(os, sys.argv[2], kill)
    draft.publish({"method": "new"})
"""


def publish_small(data_dir: DataDir, method: str) -> Snapshot:
    """Publish a snapshot of two files; its id follows `method`."""
    with data_dir.lock(), DraftSnapshot.create(data_dir) as draft:
        draft.write_file("a.txt", method.encode(), title="A", mediatype="text/plain")
        draft.write_file("maps/b.json", b"{}", title="B", mediatype="application/json")
        return draft.publish({"method": method})


def drafts(data_dir: DataDir) -> list[Path]:
    """Folders of drafts that still exist."""
    return list(data_dir.snapshots.glob(".draft-*"))


def test_publication_gives_a_verified_read_only_folder_named_by_its_contents(data_dir: DataDir):
    snapshot = sample_snapshot.publish(data_dir)
    assert snapshot.folder == data_dir.snapshot(snapshot.id)
    assert data_dir.latest_ids() == (snapshot.id,)
    assert drafts(data_dir) == []
    everything = [snapshot.folder, *snapshot.folder.rglob("*")]
    assert all(path.stat().st_mode & 0o222 == 0 for path in everything)


def test_a_table_says_what_its_columns_mean(data_dir: DataDir):
    snapshot = sample_snapshot.publish(data_dir)
    for table in snapshot.tables.values():
        about = json.loads(pq.read_metadata(snapshot.path(table["path"])).metadata[b"carto"])
        told = [field for field in table["schema"]["fields"] if field["type"] != "any"]
        assert about["title"] == table["title"]
        assert [one["colonne"] for one in about["columns"]] == [field["name"] for field in told]
        assert [one["description"] for one in about["columns"]] == [
            field["description"] for field in told
        ]


def test_shuffled_inputs_at_another_hour_give_the_same_id_and_keep_the_folder(data_dir: DataDir):
    first = sample_snapshot.publish(data_dir)
    before = first.folder.stat()
    tables = {"communes": sample_snapshot.table("communes").iloc[::-1]}
    second = sample_snapshot.publish(data_dir, tables, created="2027-01-01T00:00:00+00:00")
    assert second.id == first.id
    assert second.manifest == first.manifest
    assert second.folder.stat().st_ino == before.st_ino
    assert drafts(data_dir) == []


def test_a_changed_value_or_method_gives_another_id(data_dir: DataDir):
    first = sample_snapshot.publish(data_dir)
    table = sample_snapshot.table("communes")
    table.loc[0, "population"] += 1
    changed = sample_snapshot.publish(data_dir, {"communes": table})
    method = sample_snapshot.publish(data_dir, method={"version": "2"})
    assert len({first.id, changed.id, method.id}) == 3
    assert data_dir.latest_ids() == (method.id, changed.id, first.id)


def test_a_damaged_folder_of_the_same_id_is_replaced(data_dir: DataDir):
    first = publish_small(data_dir, "old")
    damaged = first.path("a.txt")
    damaged.chmod(0o644)
    damaged.write_bytes(b"bad")
    again = publish_small(data_dir, "old")
    assert again.id == first.id
    assert again.path("a.txt").read_bytes() == b"old"
    publish_small(data_dir, "new")
    assert drafts(data_dir) == []


def test_a_table_that_breaks_its_contract_publishes_nothing(data_dir: DataDir):
    table = sample_snapshot.table("communes")
    table.loc[0, "verdict"] = "4"
    with pytest.raises(ContractError, match="verdict"):
        sample_snapshot.publish(data_dir, {"communes": table})
    assert data_dir.published_ids() == ()
    assert drafts(data_dir) == []


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "a/../../b", "a//b"])
def test_a_file_cannot_be_written_outside_the_snapshot(data_dir: DataDir, name: str):
    refusal = pytest.raises(StorageError, match="chemin relatif")
    with data_dir.lock(), DraftSnapshot.create(data_dir) as draft, refusal:
        draft.write_file(name, b"", title="", mediatype="text/plain")


def test_a_file_that_no_one_took_in_stops_publication(data_dir: DataDir):
    refusal = pytest.raises(StorageError, match=r"reste\.tmp.* n'est pas dans le manifeste")
    with data_dir.lock(), DraftSnapshot.create(data_dir) as draft, refusal:
        (draft.folder / "reste.tmp").write_bytes(b"x")
        draft.publish({"method": "1"})
    assert data_dir.latest_ids() == ()


def test_a_draft_needs_the_lock(data_dir: DataDir):
    with pytest.raises(StorageError, match="Verrou"):
        DraftSnapshot.create(data_dir)


def test_drafts_of_dead_builds_are_removed(data_dir: DataDir):
    publish_small(data_dir, "old")
    orphan = data_dir.snapshots / ".draft-dead"
    (orphan / "tiles").mkdir(parents=True)
    (orphan / "tiles").chmod(0o555)
    publish_small(data_dir, "new")
    assert drafts(data_dir) == []


def fail_at(call: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Make the given call to the disk fail, counting from 1; return the counter."""
    calls = 0

    def failing(name: str) -> None:
        real = getattr(os, name)

        def step(*args: object, **kwargs: object) -> object:
            nonlocal calls
            calls += 1
            if calls == call:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(*args, **kwargs)

        monkeypatch.setattr(os, name, step)

    for name in STEPS:
        failing(name)
    return lambda: calls


def test_a_full_disk_is_said_in_one_french_line(data_dir: DataDir):
    refusal = pytest.raises(StorageError, match=r"Impossible de publier.*No space left")
    with (
        data_dir.lock(),
        DraftSnapshot.create(data_dir) as draft,
        pytest.MonkeyPatch.context() as patch,
        refusal,
    ):
        fail_at(1, patch)
        draft.publish({"method": "1"})


def test_whichever_step_fails_a_whole_snapshot_is_served_and_the_next_build_succeeds(
    tmp_path: Path,
):
    steps_failed = 0
    while True:
        data_dir = DataDir(tmp_path / str(steps_failed))
        old = publish_small(data_dir, "old")
        with pytest.MonkeyPatch.context() as patch:
            with data_dir.lock():
                draft = DraftSnapshot.create(data_dir)
                draft.write_file("a.txt", b"new", title="A", mediatype="text/plain")
                count = fail_at(steps_failed + 1, patch)
                with suppress(StorageError):
                    draft.publish({"method": "new"})
            calls = count()
        served, warnings = open_latest(data_dir)
        assert warnings == ()
        if calls == steps_failed:
            break
        swapped = data_dir.latest_ids()[0] != old.id
        assert served.path("a.txt").read_bytes() == (b"new" if swapped else b"old")
        assert len(drafts(data_dir)) <= 1
        assert publish_small(data_dir, "new").id == open_latest(data_dir)[0].id
        assert drafts(data_dir) == []
        steps_failed += 1
    assert steps_failed > 10
    assert served.path("a.txt").read_bytes() == b"new"


@pytest.mark.parametrize("call", ["rename", "replace"])
def test_a_build_that_is_killed_leaves_the_previous_snapshot_served(data_dir: DataDir, call: str):
    old = publish_small(data_dir, "old")
    killed = subprocess.run([sys.executable, "-c", PUBLISH, str(data_dir.path), call], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert open_latest(data_dir) == (old, ())
    assert len(drafts(data_dir)) == (1 if call == "rename" else 0)
    new = publish_small(data_dir, "new")
    assert open_latest(data_dir) == (new, ())
    assert drafts(data_dir) == []


def test_the_manifest_is_json_that_any_reader_accepts(data_dir: DataDir):
    manifest = publish_small(data_dir, "old").folder / "datapackage.json"
    text = manifest.read_text(encoding="utf-8")
    assert json.loads(text)["carto"] == {"method": "old"}
    with pytest.raises(ValueError, match="not JSON compliant"), data_dir.lock():
        DraftSnapshot.create(data_dir).publish({"method": float("nan")})
