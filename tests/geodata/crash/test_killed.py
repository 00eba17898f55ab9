"""kill -9 at every commit of a build, and at any moment of it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from tests.geodata.crash.conftest import Succession
from tests.geodata.crash.disk_calls import (
    build_killed_at,
    copied_at_every_commit,
    exit_code_of,
)
from tests.geodata.crash.tiny_build import copy_of

KILLED_EVERY = 15
# A build says when it was, and seals what says it.
MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d|\w{64}(?=  datapackage.json)")
BUILD = """
import sys
from pathlib import Path
from tests.geodata.crash.tiny_build import build_quietly, tiny_settings

settings = tiny_settings(Path(sys.argv[1]))
print("ready", flush=True)
build_quietly(settings, Path(sys.argv[2]))
"""


def test_killed_at_every_commit(succession: Succession, tmp_path: Path) -> None:
    """A build killed at a commit leaves what the disk held then: one build shows all of it.

    Some builds are really killed, and leave the same files.
    """
    whole = copy_of(succession.folder, tmp_path / "whole")
    held = copied_at_every_commit(succession.settings, whole.path, tmp_path / "held")
    assert len(held) > 30
    for number in range(1, len(held) + 1, KILLED_EVERY):
        killed = copy_of(succession.folder, tmp_path / f"killed-{number}")
        ended = exit_code_of(build_killed_at, succession.settings, killed.path, number)
        assert ended == -signal.SIGKILL
        assert files_in(killed) == files_in(held[number])
    for data_dir in held.values():
        succession.check_nothing_is_lost(data_dir)
        succession.check_the_next_build_succeeds(data_dir)


def files_in(data_dir: DataDir) -> dict[str, bytes]:
    """Contents of every file, moments aside; a draft is named without its letters drawn by lot."""
    files = [path for path in sorted(data_dir.path.rglob("*")) if path.is_file()]
    names = [str(path.relative_to(data_dir.path)) for path in files]
    lasting = [re.sub(r"(/\.[a-z]+-)\w{8}\b", r"\1", name) for name in names]
    contents = (MOMENT.sub(b"", path.read_bytes()) for path in files)
    return dict(zip(lasting, contents, strict=True))


@pytest.mark.parametrize("call", ["fsync:when=25", "rename:when=5"])
def test_killed_by_the_kernel(succession: Succession, tmp_path: Path, call: str) -> None:
    """The same, without any change of the process: the kernel kills on the system call."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not on this machine")
    data_dir = copy_of(succession.folder, tmp_path / "data")
    name, _, when = call.partition(":")
    inject = ["-f", "-qq", "-o", "/dev/null", "-e", f"inject={name}:signal=KILL:{when}"]
    build = [sys.executable, "-c", BUILD, str(tmp_path / "sources"), str(data_dir.path)]
    ended = subprocess.run([strace, *inject, *build], capture_output=True, check=False)
    assert ended.returncode == -signal.SIGKILL
    succession.check_nothing_is_lost(data_dir)
    succession.check_the_next_build_succeeds(data_dir)


@pytest.mark.parametrize("delay_ms", [30, 90, 150])
def test_killed_at_any_moment(succession: Succession, tmp_path: Path, delay_ms: int) -> None:
    data_dir = copy_of(succession.folder, tmp_path / "data")
    build = [sys.executable, "-c", BUILD, str(tmp_path / "sources"), str(data_dir.path)]
    with subprocess.Popen(build, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(delay_ms / 1000)
        os.kill(process.pid, signal.SIGKILL)
    succession.check_nothing_is_lost(data_dir)
    succession.check_the_next_build_succeeds(data_dir)
