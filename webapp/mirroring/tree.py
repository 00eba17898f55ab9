"""A tree of files whose paths are addresses, each with its compressed twins.

A server of files finds beside `x` the twins that it sends to whoever reads them: `x.gz` and
`x.br`. Each file appears whole, by a rename, so that a tree that is served may be written again.
"""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path
from urllib.parse import unquote

import brotli

from geodata.storage.durable_files import disk_errors
from webapp.errors import ServiceError

_SMALLEST_COMPRESSED = 1024
# Best quality costs ten times more time, for a twentieth of the bytes.
_BROTLI_QUALITY, _GZIP_LEVEL = 9, 9
_TOP = frozenset({"static", "donnees", "tuiles", "styles", "integrer", "theme.css", "integrer.js"})


class Tree:
    """A folder that is filled with the answers of a service.

    Parameters
    ----------
    folder
        Where addresses start; made when it does not exist.

    Attributes
    ----------
    files, bytes
        How many files were written, twins included, and how many bytes.

    Raises
    ------
    ServiceError
        When the folder holds something else than a tree.
    """

    def __init__(self, folder: Path) -> None:
        _refuse_others(folder)
        self.files = 0
        self.bytes = 0
        self._folder = folder

    def write(self, address: str, content: bytes) -> None:
        """Write a text and its compressed twins.

        Parameters
        ----------
        address
            From the root of the host, without a query.
        content
            What the service answers there.

        Raises
        ------
        StorageError
            If it cannot be written.
        """
        self._put(address, content)
        if len(content) > _SMALLEST_COMPRESSED:
            self._put(f"{address}.gz", gzip.compress(content, _GZIP_LEVEL, mtime=0))
            self._put(f"{address}.br", brotli.compress(content, quality=_BROTLI_QUALITY))

    def write_gzipped(self, address: str, content: bytes) -> None:
        """Write what is compressed by gzip already: a tile, plain and with its twins.

        Raises
        ------
        StorageError
            If it cannot be written.
        """
        plain = gzip.decompress(content)
        self._put(address, plain)
        self._put(f"{address}.gz", content)
        self._put(f"{address}.br", brotli.compress(plain, quality=_BROTLI_QUALITY))

    def copy(self, address: str, file: Path) -> None:
        """Copy a file, however large, that is not worth compressing.

        Raises
        ------
        StorageError
            If it cannot be written.
        """
        path = self._path(address)
        with disk_errors(f"d'écrire « {path} »"):
            aside = _aside(path)
            shutil.copyfile(file, aside)
            aside.replace(path)
        self.files += 1
        self.bytes += path.stat().st_size

    def _put(self, address: str, content: bytes) -> None:
        """Write one file, whole or not at all."""
        path = self._path(address)
        with disk_errors(f"d'écrire « {path} »"):
            aside = _aside(path)
            aside.write_bytes(content)
            aside.replace(path)
        self.files += 1
        self.bytes += len(content)

    def _path(self, address: str) -> Path:
        """Path of an address, below the folder whatever it holds."""
        parts = [part for part in unquote(address).split("/") if part not in ("", ".", "..")]
        return self._folder.joinpath(*parts)


def _refuse_others(folder: Path) -> None:
    """Refuse to write a tree among other files."""
    if folder.exists() and not folder.is_dir():
        raise ServiceError(f"« {folder} » est un fichier : donnez un dossier.")
    names = {path.name.partition(".gz")[0].partition(".br")[0] for path in folder.glob("*")}
    if names - _TOP:
        raise ServiceError(
            f"Le dossier « {folder} » contient déjà autre chose (« {min(names - _TOP)} ») : donnez "
            "un dossier vide, ou celui d'une copie précédente."
        )


def _aside(path: Path) -> Path:
    """Name what a file is written under before it is whole, in a folder that exists."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.with_name(f".{path.name}.{os.getpid()}")
