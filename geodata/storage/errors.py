"""Errors of storage: what the disk, the data folder or a snapshot does not allow."""

from __future__ import annotations

from carto.errors import CartoError
from carto.typography import typeset


class StorageError(CartoError):
    """The data folder cannot be used as asked: full, locked, or misused."""

    def __init__(self, message: str) -> None:
        super().__init__(typeset(message))


class SnapshotError(StorageError):
    """A published snapshot is missing, or is not what its manifest says."""
