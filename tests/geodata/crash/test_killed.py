"""kill -9 at every commit of a build, and at any moment of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.geodata.crash.conftest import Succession
from tests.geodata.crash.disk_calls import (
    build_again,
    build_killed_at,
    commits_of,
    exit_codes_of,
)
from tests.geodata.crash.tiny_build import copy_of

AT_ONCE = 4
BUILD = """
import sys
from pathlib import Path
from tests.geodata.crash.tiny_build import build_quietly, tiny_settings

settings = tiny_settings(Path(sys.argv[1]))
print("ready", flush=True)
build_quietly(settings, Path(sys.argv[2]))
"""


def test_killed_at_every_commit(succession: Succession, tmp_path: Path) -> None:
    commits = commits_of(succession.settings, copy_of(succession.folder, tmp_path / "whole").path)
    assert commits > 30

    for first in range(1, commits + 1, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, commits + 1))
        folders = [copy_of(succession.folder, tmp_path / str(number)) for number in numbers]
        builds = [(succession.settings, data_dir.path) for data_dir in folders]
        kills = [(*build, number) for build, number in zip(builds, numbers, strict=True)]
        assert set(exit_codes_of(build_killed_at, kills)) == {-signal.SIGKILL}
        for data_dir in folders:
            succession.check_nothing_is_lost(data_dir)
        assert set(exit_codes_of(build_again, builds)) == {0}
        for data_dir in folders:
            succession.check_what_follows(data_dir)


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
