"""Results of the stages of a build, kept under what they were computed from.

An entry holds the hash of its contents and is read only if it still has it: one that a crash cut
or a disk damaged is computed again. Entries that none of the last builds used are forgotten.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from geodata.storage.durable_files import disk_errors

BUILDS_REMEMBERED = 3
_USED = "used"
_DIGEST_BYTES = 32


class StageCache:
    """The entries of one data folder, during one build that holds its lock.

    Parameters
    ----------
    folder
        Where entries lie; created at the first one.
    software
        Fingerprint of the code and libraries that compute: another one recalls nothing.
    """

    def __init__(self, folder: Path, software: str) -> None:
        self._folder = folder
        self._software = software
        self._used: set[str] = set()

    def recall(self, stage: str, inputs: str) -> bytes | None:
        """Read a result that an earlier build kept; None when there is none that is whole.

        Parameters
        ----------
        stage
            Name of the stage, letters and dashes.
        inputs
            Fingerprint of everything else that the result depends on.
        """
        path = self._path(stage, inputs)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        digest, contents = data[:_DIGEST_BYTES], data[_DIGEST_BYTES:]
        return contents if hashlib.sha256(contents).digest() == digest else None

    def keep(self, stage: str, inputs: str, contents: bytes) -> None:
        """Keep a result for the next builds.

        Raises
        ------
        StorageError
            If it cannot be written.
        """
        with disk_errors(f"d'écrire dans « {self._folder} »"):
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._path(stage, inputs).open("wb") as file:
                file.write(hashlib.sha256(contents).digest())
                file.write(contents)

    def through(self, stage: str, inputs: str, compute: Callable[[], bytes]) -> bytes:
        """Recall a result, or compute and keep it."""
        known = self.recall(stage, inputs)
        if known is None:
            known = compute()
            self.keep(stage, inputs, known)
        return known

    def forget_unused(self) -> None:
        """End the build: forget the entries that none of the last builds recalled or kept.

        Raises
        ------
        StorageError
            If the folder cannot be written.
        """
        with disk_errors(f"d'écrire dans « {self._folder} »"):
            self._folder.mkdir(parents=True, exist_ok=True)
            builds = [" ".join(sorted(self._used)), *self._earlier_builds()][:BUILDS_REMEMBERED]
            (self._folder / _USED).write_text("\n".join(builds), "ascii")
            remembered = {_USED, *" ".join(builds).split()}
            for path in self._folder.iterdir():
                if path.name not in remembered:
                    path.unlink()

    def _earlier_builds(self) -> list[str]:
        """Entries used by each earlier build, the latest first."""
        try:
            return (self._folder / _USED).read_text("ascii").splitlines()
        except (OSError, UnicodeDecodeError):
            return []

    def _path(self, stage: str, inputs: str) -> Path:
        """Find where an entry lies, and note that this build used it."""
        key = hashlib.sha256(f"{self._software}\n{inputs}".encode()).hexdigest()
        name = f"{stage}-{key}"
        self._used.add(name)
        return self._folder / name
