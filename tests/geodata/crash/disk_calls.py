"""The calls by which a build commits to the disk, one of which is made to fail or to kill.

Nothing of the machine is needed: the functions of `os` are replaced, in a process of their own.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from carto.errors import CartoError
from geodata.settings import BuildSettings
from tests.geodata.crash.tiny_build import build_quietly

COMMITS = ("fsync", "rename", "replace", "link", "unlink")
REFUSED = 3

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([__name__])


@contextmanager
def at_call(number: int, act: Callable[[], object]) -> Iterator[Callable[[], int]]:
    """Call `act` instead of the commit `number`, from 1; give the count of those made so far."""
    tempfile.gettempdir()  # its first call tries folders with files of its own, which are no commit
    made = 0
    real = {name: getattr(os, name) for name in COMMITS}

    def counted(name: str) -> Callable[..., object]:
        def commit(*args: object, **kwargs: object) -> object:
            nonlocal made
            made += 1
            return act() if made == number else real[name](*args, **kwargs)

        return commit

    for name in COMMITS:
        setattr(os, name, counted(name))
    try:
        yield lambda: made
    finally:
        for name in COMMITS:
            setattr(os, name, real[name])


def exit_code_of(target: Callable[..., None], *arguments: object) -> int | None:
    """Run a function of a module in a process of its own, to its end."""
    return exit_codes_of(target, [arguments])[0]


def exit_codes_of(
    target: Callable[..., None], calls: Iterable[tuple[object, ...]]
) -> list[int | None]:
    """Run a function several times at once, each in a process of its own, to the end of all."""
    processes = [_PROCESSES.Process(target=target, args=arguments) for arguments in calls]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


def build_killed_at(settings: BuildSettings, folder: Path, number: int) -> None:
    """Build, and be killed (`kill -9`) in place of the commit `number`."""
    with at_call(number, lambda: os.kill(os.getpid(), signal.SIGKILL)):
        build_quietly(settings, folder)


def build_again(settings: BuildSettings, folder: Path) -> None:
    """Build, as the next build after a crash."""
    build_quietly(settings, folder)


def commits_of(settings: BuildSettings, folder: Path) -> int:
    """Count the commits of a whole build."""
    with at_call(0, lambda: None) as made:
        build_quietly(settings, folder)
    return made()


def build_failing_at(settings: BuildSettings, folder: Path, number: int, code: int) -> None:
    """Build while the commit `number` fails; the process exits `REFUSED` when that was said."""

    def fail() -> object:
        raise OSError(code, os.strerror(code))

    with at_call(number, fail):
        _build_or_say(settings, folder)


def build_with_files_up_to(settings: BuildSettings, folder: Path, size: int) -> None:
    """Build while no file can be written beyond `size` bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    _build_or_say(settings, folder)


def _build_or_say(settings: BuildSettings, folder: Path) -> None:
    """Build, or exit `REFUSED` when an expected error says in one French line what to do."""
    try:
        build_quietly(settings, folder)
    except CartoError as error:
        said = str(error)
        is_useful = said.startswith("Impossible ") and "\n" not in said and "relancez" in said
        sys.exit(REFUSED if is_useful else said)
