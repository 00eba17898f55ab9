"""Raw files, kept under the hash of their bytes and never rewritten.

Files are read piece by piece: a file of a gigabyte costs no memory.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geodata.storage.data_dir import DataDir
from geodata.storage.durable_files import disk_errors, rename_durably, sync_path

_PIECE = 2**20
_ASIDE = ".received-"
_SHA256 = re.compile("[0-9a-f]{64}")


def store(data_dir: DataDir, path: Path) -> tuple[Path, str, int]:
    """Keep a copy of `path` in the data folder, under its sha256.

    Parameters
    ----------
    data_dir
        Where to keep it.
    path
        A file of the publisher, as received.

    Returns
    -------
    tuple
        Path of the kept copy, sha256 in hexadecimal, size in bytes.

    Raises
    ------
    StorageError
        If the copy cannot be written. A copy that the disk has damaged is replaced.
    """
    with disk_errors(f"d'enregistrer le fichier « {path} »"):
        sha256, size = _measure(path)
        kept = data_dir.raw / sha256
        if not is_kept(data_dir, sha256):
            with aside(data_dir) as copy:
                sha256, size = _copy(path, copy)
                kept = adopt(data_dir, copy, sha256)
    return kept, sha256, size


@contextmanager
def aside(data_dir: DataDir) -> Iterator[Path]:
    """Give a place beside the raw files, for one to be; what is left there at the end is removed.

    Raises
    ------
    StorageError
        If nothing can be written there.
    """
    with disk_errors(f"d'écrire dans « {data_dir.raw} »"):
        data_dir.raw.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=_ASIDE, dir=data_dir.raw)
        os.close(descriptor)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def adopt(data_dir: DataDir, received: Path, sha256: str) -> Path:
    """Keep a file written `aside` under the hash of its bytes, without copying it.

    Parameters
    ----------
    data_dir
        Where to keep it.
    received
        The file, in the place that `aside` gave.
    sha256
        Hash of its bytes, computed while they were written.

    Returns
    -------
    pathlib.Path
        The kept file, read-only and on the disk.

    Raises
    ------
    StorageError
        If the disk refuses.
    """
    kept = data_dir.raw / sha256
    with disk_errors("d'enregistrer le fichier reçu"):
        if not is_kept(data_dir, sha256):
            received.chmod(0o444)
            sync_path(received)
            rename_durably(received, kept)
    return kept


def is_kept(data_dir: DataDir, sha256: str) -> bool:
    """Whether a raw file is there and whole, every byte read."""
    kept = data_dir.raw / sha256
    return bool(_SHA256.fullmatch(sha256)) and kept.is_file() and _measure(kept)[0] == sha256


def remove_leftovers(data_dir: DataDir) -> None:
    """Remove what dead commands left `aside`; to be called under the lock of the data folder."""
    with disk_errors(f"d'écrire dans « {data_dir.raw} »"):
        for left in data_dir.raw.glob(f"{_ASIDE}*"):
            left.unlink()


def _measure(path: Path) -> tuple[str, int]:
    """Hash and size of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
        return digest.hexdigest(), file.tell()


def _copy(source: Path, target: Path) -> tuple[str, int]:
    """Copy a file; return the hash and size of the bytes copied."""
    digest = hashlib.sha256()
    with source.open("rb") as read, target.open("wb") as written:
        while piece := read.read(_PIECE):
            digest.update(piece)
            written.write(piece)
        return digest.hexdigest(), written.tell()
