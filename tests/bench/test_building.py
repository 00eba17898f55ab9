"""Commands are measured from outside."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bench.building import measure_command


def test_time_and_memory_of_a_command() -> None:
    build = measure_command(
        [sys.executable, "-c", "import time; b = bytearray(60 << 20); time.sleep(.2)"]
    )
    assert build.seconds >= 0.2
    assert 60 <= build.peak_mib < 200


def test_the_memory_of_the_one_who_measures_does_not_count() -> None:
    ballast = bytearray(400 << 20)
    ballast[::4096] = b"x" * len(ballast[::4096])
    assert measure_command([sys.executable, "-c", ""]).peak_mib < 200


def test_a_failure_is_not_a_measure() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measure_command([sys.executable, "-c", "raise SystemExit(3)"])
