"""Raw files, kept under the hash of their bytes and never rewritten."""

from __future__ import annotations

import hashlib
from pathlib import Path

from geodata.storage.data_dir import DataDir
from geodata.storage.durable_files import disk_errors, rename_durably, write_durably


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
        data = path.read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        kept = data_dir.raw / sha256
        if not (kept.is_file() and kept.read_bytes() == data):
            data_dir.raw.mkdir(parents=True, exist_ok=True)
            aside = data_dir.raw / f".{sha256}.new"
            write_durably(aside, data)
            rename_durably(aside, kept)
            kept.chmod(0o444)
    return kept, sha256, len(data)
