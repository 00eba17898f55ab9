"""Writes that survive a crash: a file is whole on the disk before anything points to it.

POSIX promises that `rename` is atomic, not that it is durable: files are synced before the
rename, and the folder that holds the name after it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geodata.storage.errors import StorageError


@contextmanager
def disk_errors(action: str) -> Iterator[None]:
    """Turn the errors of the disk during `action` (« d'écrire … », in French) into one line.

    Raises
    ------
    StorageError
        Saying what could not be done, the system's reason, and what to do.
    """
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise StorageError(
            f"Impossible {action} ({reason}). L'instantané publié n'est pas touché ; libérez de "
            "la place ou corrigez les droits du dossier de données, puis relancez."
        ) from error


def write_durably(path: Path, data: bytes) -> None:
    """Write `data` to `path` and wait until the disk has it."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_durably(path: Path, data: bytes) -> None:
    """Replace `path` by `data` at once: a reader sees the old file or the new one, never a mix."""
    aside = path.with_name(f".{path.name}.new")
    try:
        write_durably(aside, data)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    os.replace(aside, path)  # noqa: PTH105 - the one call that matters is named as POSIX does
    sync_path(path.parent)


def rename_durably(source: Path, target: Path) -> None:
    """Give the folder `source` its final name `target`, beside it, and make the name durable."""
    os.rename(source, target)  # noqa: PTH104 - the one call that matters is named as POSIX does
    sync_path(target.parent)


def sync_path(path: Path) -> None:
    """Wait until the disk has a file, or the names that a folder holds."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Wait until the disk has every file and folder under `folder`, itself included."""
    for path in sorted(folder.rglob("*")):
        sync_path(path)
    sync_path(folder)
