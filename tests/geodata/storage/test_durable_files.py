"""Tests of writes that survive a crash."""

import errno
import os
from pathlib import Path

import pytest

from geodata.storage.durable_files import (
    disk_errors,
    rename_durably,
    replace_durably,
    sync_tree,
    write_durably,
)
from geodata.storage.errors import StorageError


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "latest"
    replace_durably(path, b"one")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        replace_durably(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_rename_is_synced_after_it_was_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    steps: list[str] = []
    real = os.rename
    monkeypatch.setattr(os, "rename", lambda *paths: (steps.append("rename"), real(*paths)))
    monkeypatch.setattr(os, "fsync", lambda _: steps.append("sync"))
    (tmp_path / "a").mkdir()
    rename_durably(tmp_path / "a", tmp_path / "b")
    assert steps == ["rename", "sync"]
    assert (tmp_path / "b").is_dir()


def test_every_file_and_folder_of_a_tree_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "tree" / "inner").mkdir(parents=True)
    write_durably(tmp_path / "tree" / "inner" / "file", b"x")
    synced: list[str] = []
    monkeypatch.setattr(
        os, "fsync", lambda fd: synced.append(Path(f"/proc/self/fd/{fd}").resolve().name)
    )
    sync_tree(tmp_path / "tree")
    assert sorted(synced) == ["file", "inner", "tree"]


def test_an_error_of_the_disk_is_one_french_line():
    with pytest.raises(StorageError) as caught, disk_errors("d'écrire « a »"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    message = str(caught.value)
    assert message.startswith("Impossible d'écrire «\xa0a\xa0» (No space left on device).")
    assert "\n" not in message
