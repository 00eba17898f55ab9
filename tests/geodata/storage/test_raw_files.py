"""Tests of raw files."""

import hashlib
from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.errors import StorageError
from geodata.storage.raw_files import store


def test_bytes_are_kept_under_their_hash(data_dir: DataDir, tmp_path: Path):
    source = tmp_path / "f.csv"
    source.write_bytes(b"code;nom\n")
    kept, sha256, size = store(data_dir, source)
    assert kept == data_dir.raw / hashlib.sha256(b"code;nom\n").hexdigest()
    assert (kept.read_bytes(), kept.name, size) == (b"code;nom\n", sha256, 9)
    assert kept.stat().st_mode & 0o222 == 0


def test_a_kept_file_is_not_rewritten(data_dir: DataDir, tmp_path: Path):
    source = tmp_path / "f.csv"
    source.write_bytes(b"a")
    before = store(data_dir, source)[0].stat()
    after = store(data_dir, source)[0].stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_copy_that_the_disk_damaged_is_replaced(data_dir: DataDir, tmp_path: Path):
    source = tmp_path / "f.csv"
    source.write_bytes(b"a")
    kept = store(data_dir, source)[0]
    kept.chmod(0o644)
    kept.write_bytes(b"b")
    assert store(data_dir, source)[0].read_bytes() == b"a"
    assert [path.name for path in data_dir.raw.iterdir()] == [kept.name]


def test_a_missing_file_is_refused_by_name(data_dir: DataDir, tmp_path: Path):
    with pytest.raises(StorageError, match=r"absent\.csv"):
        store(data_dir, tmp_path / "absent.csv")
