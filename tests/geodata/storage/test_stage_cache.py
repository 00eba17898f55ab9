"""What a stage gave is found again, or computed again; never something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.storage.errors import StorageError
from geodata.storage.stage_cache import BUILDS_REMEMBERED, StageCache


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name != "used")


def test_a_result_is_recalled_for_the_same_inputs_and_software_only(tmp_path: Path) -> None:
    StageCache(tmp_path, "v1").keep("maps", "inputs", b"drawn")
    assert StageCache(tmp_path, "v1").recall("maps", "inputs") == b"drawn"
    assert StageCache(tmp_path, "v1").recall("maps", "other") is None
    assert StageCache(tmp_path, "v1").recall("tiles", "inputs") is None
    assert StageCache(tmp_path, "v2").recall("maps", "inputs") is None


def test_a_result_is_computed_once(tmp_path: Path) -> None:
    cache = StageCache(tmp_path, "v1")
    asked = []

    def compute() -> bytes:
        asked.append(1)
        return b"drawn"

    assert [cache.through("maps", "inputs", compute) for _ in range(3)] == [b"drawn"] * 3
    assert len(asked) == 1


@pytest.mark.parametrize("keep", [0, 10, 32, 35])
def test_an_entry_cut_by_a_crash_is_not_believed(tmp_path: Path, keep: int) -> None:
    cache = StageCache(tmp_path, "v1")
    cache.keep("maps", "inputs", b"drawn")
    (entry,) = entries(tmp_path)
    entry.write_bytes(entry.read_bytes()[:keep])
    assert cache.recall("maps", "inputs") is None


def test_a_damaged_entry_is_not_believed(tmp_path: Path) -> None:
    cache = StageCache(tmp_path, "v1")
    cache.keep("maps", "inputs", b"drawn")
    (entry,) = entries(tmp_path)
    for position in range(len(entry.read_bytes())):
        damaged = bytearray(entry.read_bytes())
        damaged[position] ^= 1
        entry.write_bytes(damaged)
        assert cache.recall("maps", "inputs") is None
        cache.keep("maps", "inputs", b"drawn")


def test_what_the_last_builds_did_not_use_is_forgotten(tmp_path: Path) -> None:
    for build in range(BUILDS_REMEMBERED + 1):
        cache = StageCache(tmp_path, "v1")
        cache.keep("always", "the same", b"")
        cache.keep("once", str(build), b"")
        (tmp_path / "stray").write_bytes(b"")
        cache.forget_unused()
        assert len(entries(tmp_path)) == 1 + min(build + 1, BUILDS_REMEMBERED)
    assert StageCache(tmp_path, "v1").recall("once", "0") is None
    assert StageCache(tmp_path, "v1").recall("once", "1") == b""


def test_a_lost_memory_of_builds_costs_entries_only(tmp_path: Path) -> None:
    cache = StageCache(tmp_path, "v1")
    cache.keep("maps", "inputs", b"drawn")
    cache.forget_unused()
    (tmp_path / "used").write_bytes(b"\xff")
    StageCache(tmp_path, "v1").forget_unused()
    assert entries(tmp_path) == []


def test_a_disk_that_refuses_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "stages").write_bytes(b"")
    with pytest.raises(StorageError, match=r"Impossible d'écrire.*relancez"):
        StageCache(tmp_path / "stages", "v1").keep("maps", "inputs", b"drawn")
