"""Time and memory of a command, measured from outside, interpreter and imports included.

A process starts with the highest memory of the one that started it, so the command is started by
a small one: `python -m bench.building command…` runs it and prints what it took, as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
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
    starter = [sys.executable, "-m", "bench.building", *command]
    said = subprocess.run(starter, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603
    return Build(**json.loads(said.stdout))


def _measure(command: Sequence[str]) -> Build | int:
    """Run a command; its time and memory, or its exit code when it fails."""
    started = time.monotonic()
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
    _, status, usage = os.wait4(running.pid, 0)
    seconds = time.monotonic() - started
    running.returncode = os.waitstatus_to_exitcode(status)
    return running.returncode or Build(seconds, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    measured = _measure(sys.argv[1:])
    if isinstance(measured, int):
        sys.exit(measured)
    print(json.dumps(asdict(measured)))
