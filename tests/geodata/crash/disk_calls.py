"""The calls by which a build commits to the disk, one of which is made to fail or to kill.

Nothing of the machine is needed: the functions of `os` are replaced. What kills or limits its own
process does so in another one.
"""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from carto.errors import CartoError
from geodata.settings import BuildSettings
from geodata.storage.data_dir import DataDir
from tests.geodata.crash.tiny_build import build_quietly, copy_of

COMMITS = ("fsync", "rename", "replace", "link", "unlink")
REFUSED = 3

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__])


@contextmanager
def before_commits(act: Callable[[int], object]) -> Iterator[None]:
    """Call `act` with the number of each commit, from 1; an error it raises takes its place."""
    tempfile.gettempdir()  # its first call tries folders with files of its own, which are no commit
    numbers = itertools.count(1)
    real = {name: getattr(os, name) for name in COMMITS}

    def counted(name: str) -> Callable[..., object]:
        def commit(*args: object, **kwargs: object) -> object:
            act(next(numbers))
            return real[name](*args, **kwargs)

        return commit

    for name in COMMITS:
        setattr(os, name, counted(name))
    try:
        yield
    finally:
        for name in COMMITS:
            setattr(os, name, real[name])


def exit_code_of(target: Callable[..., None], *arguments: object) -> int | None:
    """Run a function of a module in a process of its own, to its end."""
    process = _PROCESSES.Process(target=target, args=arguments)
    process.start()
    process.join()
    return process.exitcode


def build_killed_at(settings: BuildSettings, folder: Path, number: int) -> None:
    """Build, and be killed (`kill -9`) in place of the commit `number`."""

    def kill(commit: int) -> None:
        if commit == number:
            os.kill(os.getpid(), signal.SIGKILL)

    with before_commits(kill):
        build_quietly(settings, folder)


def copied_at_every_commit(
    settings: BuildSettings, folder: Path, copies: Path
) -> dict[int, DataDir]:
    """Build once; give what the data folder held before each commit, by its number."""
    held: dict[int, DataDir] = {}

    def copy(commit: int) -> None:
        held[commit] = copy_of(folder, copies / str(commit))

    with before_commits(copy):
        build_quietly(settings, folder)
    return held


def refusal(build_next: Callable[[], object], number: int, code: int) -> str:
    """Build while the commit `number` fails; what is said then, nothing when it was built."""

    def fail(commit: int) -> None:
        if commit == number:
            raise OSError(code, os.strerror(code))

    said = ""
    with before_commits(fail):
        try:
            build_next()
        except CartoError as error:
            said = str(error)
    gc.collect()  # what a library left open is closed here, and in no other test
    return said


def build_with_files_up_to(settings: BuildSettings, folder: Path, size: int) -> None:
    """Build while no file can be written beyond `size` bytes; exit `REFUSED` when that was said."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    try:
        build_quietly(settings, folder)
    except CartoError as error:
        sys.exit(REFUSED if is_useful(str(error)) else str(error))


def is_useful(said: str) -> bool:
    """Whether an error says in one French line what could not be done and what to do."""
    return said.startswith("Impossible ") and "\n" not in said and "relancez" in said
