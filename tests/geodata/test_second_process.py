"""A second process does its share, and what fails there is left for this one to do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil

from geodata.second_process import SecondProcess
from tests.conftest import ROOT


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


def die() -> None:
    """Die as a process does that takes too much memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_its_death_leaves_its_tasks_to_this_process(tmp_path: Path) -> None:
    with SecondProcess() as second:
        second.begin(die)
        second.finish()
        assert second.begin(note, tmp_path, "after").exception() is not None
        second.finish()
    assert not (tmp_path / "after").exists()


KILLED = """
import os, signal, time
from geodata.second_process import SecondProcess

if __name__ == "__main__":
    with SecondProcess() as second:
        print(second.begin(os.getpid).result(), flush=True)
        second.begin(time.sleep, 60)
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_ends_when_the_first_one_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=environment) as one:
        assert one.stdout is not None
        second = psutil.Process(int(one.stdout.readline()))
        assert one.wait() == -signal.SIGKILL
    assert not is_running_after(second, 10)


def is_running_after(process: psutil.Process, seconds: float) -> bool:
    """Whether a process still runs, waiting for its end; one that nobody reaps has ended."""
    deadline = time.monotonic() + seconds
    with suppress(psutil.NoSuchProcess):
        while time.monotonic() < deadline:
            if process.status() == psutil.STATUS_ZOMBIE:
                return False
            time.sleep(0.05)
        return True
    return False
