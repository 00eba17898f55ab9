"""Notes of the last build and the last fetch: what stopped them is known after they have gone."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from carto.errors import CartoError
from geodata.storage.attempts import (
    BUILD,
    FETCH,
    INTERRUPTED,
    KILLED,
    Attempt,
    attempting,
    last_attempts,
)
from geodata.storage.data_dir import DataDir
from geodata.storage.errors import StorageError

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


def noon() -> datetime.datetime:
    """Tell one moment."""
    return NOON


def test_a_command_that_went_well_has_no_problem(tmp_path: Path):
    data_dir = DataDir(tmp_path)
    assert last_attempts(data_dir) == {}
    with attempting(BUILD, data_dir, noon):
        assert last_attempts(data_dir) == {BUILD: Attempt(NOON.isoformat())}
    assert last_attempts(data_dir) == {BUILD: Attempt(NOON.isoformat(), NOON.isoformat())}


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (CartoError("source tronquée"), "source tronquée"),
        (MemoryError(), "MemoryError"),
        (KeyboardInterrupt(), INTERRUPTED),
    ],
)
def test_what_stops_a_command_is_noted_and_raised(
    tmp_path: Path, error: BaseException, problem: str
):
    data_dir = DataDir(tmp_path)
    with pytest.raises(type(error)), attempting(BUILD, data_dir, noon):
        raise error
    attempt = last_attempts(data_dir)[BUILD]
    assert attempt.problem == problem
    assert attempt.has_failed(NOON)


def test_a_command_that_goes_on_may_say_its_problem(tmp_path: Path):
    data_dir = DataDir(tmp_path)
    with attempting(FETCH, data_dir, noon) as fail:
        fail("une source ne répond pas")
    assert last_attempts(data_dir)[FETCH].problem == "une source ne répond pas"
    with attempting(FETCH, data_dir, noon):
        pass
    assert not last_attempts(data_dir)[FETCH].has_failed(NOON)


def test_a_command_that_never_ended_has_failed_after_a_while():
    killed = Attempt(NOON.isoformat())
    assert not killed.has_failed(NOON + datetime.timedelta(hours=5))
    assert killed.has_failed(NOON + datetime.timedelta(hours=7))


def test_one_killed_each_time_is_told_however_often_it_is_begun_again(tmp_path: Path):
    data_dir = DataDir(tmp_path)
    (tmp_path / "attempts").mkdir()
    note = tmp_path / "attempts" / "build.json"
    note.write_text('{"began": "2026-11-22T11:30:00+00:00"}')
    for _ in range(2):
        with attempting(BUILD, data_dir, noon):
            killed = note.read_bytes()
            assert last_attempts(data_dir)[BUILD] == Attempt(NOON.isoformat(), problem=KILLED)
            assert last_attempts(data_dir)[BUILD].has_failed(NOON)
        assert not last_attempts(data_dir)[BUILD].has_failed(NOON)
        note.write_bytes(killed)


def test_a_failure_is_told_until_another_run_ends(tmp_path: Path):
    data_dir = DataDir(tmp_path)
    with attempting(FETCH, data_dir, noon) as fail:
        fail("une source ne répond pas")
    with attempting(FETCH, data_dir, noon):
        assert last_attempts(data_dir)[FETCH].problem == "une source ne répond pas"
    assert last_attempts(data_dir)[FETCH].problem is None


def test_a_disk_that_refuses_the_beginning_stops_the_command(tmp_path: Path):
    (tmp_path / "attempts").write_text("a file where a folder should be")
    with pytest.raises(StorageError, match="Impossible"), attempting(BUILD, DataDir(tmp_path)):
        pytest.fail("it began")
    assert last_attempts(DataDir(tmp_path)) == {}


def test_a_disk_that_refuses_the_end_undoes_nothing(tmp_path: Path):
    with attempting(BUILD, DataDir(tmp_path), noon):
        (tmp_path / "attempts" / "build.json").unlink()
        (tmp_path / "attempts").rmdir()
        (tmp_path / "attempts").write_text("a file where a folder should be")
    assert last_attempts(DataDir(tmp_path)) == {}


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"[]", b"{}", b'{"x": 1}', b"\xff"),
        *(b'{"began": 1}', b'{"began": "hier"}', b'{"began": "2026-11-22"}'),
    ],
)
def test_what_is_no_note_is_no_attempt(tmp_path: Path, content: bytes):
    (tmp_path / "attempts").mkdir()
    (tmp_path / "attempts" / "build.json").write_bytes(content)
    assert last_attempts(DataDir(tmp_path)) == {}
