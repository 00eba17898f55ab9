"""Time and memory of a command, measured from outside, interpreter and imports included."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Build:
    """What a command took: wall seconds, highest resident memory of it or of a tool it ran."""

    seconds: float
    peak_mib: float


def measure_command(command: Sequence[str]) -> Build:
    """Run a command from the root of the project, silently.

    Raises
    ------
    subprocess.CalledProcessError
        When it fails.
    """
    started = time.monotonic()
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
    _, status, usage = os.wait4(running.pid, 0)
    seconds = time.monotonic() - started
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, list(command))
    return Build(seconds, usage.ru_maxrss / 1024)
