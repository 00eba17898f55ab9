"""kill -9 at every commit of a build, and at any moment of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.geodata.crash.conftest import Succession
from tests.geodata.crash.disk_calls import (
    build_again,
    build_killed_at,
    commits_of,
    exit_code_of,
)
from tests.geodata.crash.tiny_build import copy_of

PROCESSORS = 2
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

    def crash_and_recover(number: int) -> None:
        data_dir = copy_of(succession.folder, tmp_path / str(number))
        killed = exit_code_of(build_killed_at, succession.settings, data_dir.path, number)
        assert killed == -signal.SIGKILL
        succession.check_nothing_is_lost(data_dir)
        assert exit_code_of(build_again, succession.settings, data_dir.path) == 0
        succession.check_what_follows(data_dir)

    with ThreadPoolExecutor(PROCESSORS) as threads:
        assert len(list(threads.map(crash_and_recover, range(1, commits + 1)))) == commits


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
