"""Folders that the processes of one run of the tests share: the first that asks makes them."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Give a folder that is made once in a run, whatever the number of its processes.

    Parameters
    ----------
    factory
        Where this process has its folders; those of its neighbours lie beside.
    name
        Name of the folder, another one for each content.
    make
        Fills the folder, which exists; the others wait until it ends. When it fails, the next
        process that asks begins again.
    """
    own = factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, whole = shared / name, shared / f"{name}.whole"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            whole.touch()
    return folder
