"""A second process does its share, and what fails there is left for this one to do."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from geodata.second_process import SecondProcess


def note(folder: Path, name: str) -> None:
    """Write which process did a task."""
    if name == "fails":
        raise ValueError(name)
    (folder / name).write_text(str(os.getpid()))


def test_a_task_is_done_elsewhere_by_the_end_of_finish(tmp_path: Path) -> None:
    with SecondProcess() as second:
        second.begin(note, tmp_path, "fails")
        second.begin(note, tmp_path, "done")
        second.finish()
        assert int((tmp_path / "done").read_text()) != os.getpid()


def test_every_item_is_done_once_in_one_process_or_the_other(tmp_path: Path) -> None:
    names = [f"task {rank}" for rank in range(20)]
    with SecondProcess() as second:
        second.share(partial(note, tmp_path), names)
    done = {path.name: int(path.read_text()) for path in tmp_path.iterdir()}
    assert set(done) == set(names)
    assert done[names[-1]] == os.getpid()


def test_without_a_task_no_process_starts() -> None:
    with SecondProcess() as second:
        second.finish()
