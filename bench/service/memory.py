"""Memory of a service before and after many requests: what grows without end shows here."""

from __future__ import annotations

import random
import urllib.error
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import psutil

MIB = 1024 * 1024
_SEED = 7
_AT_ONCE = 8


def resident_mib(pid: int) -> float:
    """Sum the memory that a process and its children hold by themselves, in MiB.

    Shared pages are counted in the parts of those who share them (PSS).
    """
    process = psutil.Process(pid)
    family = [process, *process.children(recursive=True)]
    held: int = sum(one.memory_full_info().pss for one in family)
    return held / MIB


def ask_many(base: str, paths: Sequence[str], count: int) -> int:
    """Ask for paths drawn at random, and count the faults of the service.

    Parameters
    ----------
    base
        Scheme, host and port.
    paths
        What to draw from, seeded.
    count
        How many requests.

    Returns
    -------
    int
        Answers of 500 or more, and connections that failed.
    """
    drawn = random.Random(_SEED)  # noqa: S311 - a draw, not a secret
    asked = [base + drawn.choice(paths) for _ in range(count)]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return sum(pool.map(_is_fault, asked))


def _is_fault(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - loopback
            answer.read()
    except urllib.error.HTTPError as error:
        return error.code >= 500
    except OSError:
        return True
    return False
