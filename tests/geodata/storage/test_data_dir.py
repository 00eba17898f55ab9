"""Tests of the data folder."""

import pytest

from geodata.storage.data_dir import DataDir, is_snapshot_id
from geodata.storage.errors import StorageError

FIRST, SECOND = "0" * 16, "a" * 16


def test_latest_names_the_served_snapshot_then_the_earlier_ones(data_dir: DataDir):
    assert data_dir.latest_ids() == ()
    data_dir.path.mkdir()
    for snapshot_id in (FIRST, SECOND, FIRST):
        data_dir.point_latest_to(snapshot_id)
    assert data_dir.latest.read_text() == f"{FIRST}\n{SECOND}\n"
    assert data_dir.latest_ids() == (FIRST, SECOND)


def test_lines_of_latest_that_are_no_id_are_skipped(data_dir: DataDir):
    data_dir.path.mkdir()
    data_dir.latest.write_bytes(b"../../etc\n\xff\xff\n" + SECOND.encode() + b"\n")
    assert data_dir.latest_ids() == (SECOND,)
    assert not is_snapshot_id(SECOND + "\n")


def test_drafts_are_not_published(data_dir: DataDir):
    assert data_dir.published_ids() == ()
    for name in (SECOND, FIRST, ".draft-x", "notes"):
        (data_dir.snapshots / name).mkdir(parents=True)
    assert data_dir.published_ids() == (FIRST, SECOND)


def test_a_second_build_is_refused_until_the_first_one_ends(data_dir: DataDir):
    refusal = pytest.raises(StorageError, match="Une autre construction est en cours")
    with data_dir.lock():
        assert data_dir.is_locked
        with refusal, DataDir(data_dir.path).lock():
            pytest.fail("two builds hold the lock")
    with DataDir(data_dir.path).lock():
        assert not data_dir.is_locked


def test_a_data_folder_that_is_a_file_is_refused_in_french(data_dir: DataDir):
    data_dir.path.write_text("not a folder")
    refusal = pytest.raises(StorageError, match="Impossible d'écrire dans le dossier de données")
    with refusal, data_dir.lock():
        pytest.fail("locked a file")
