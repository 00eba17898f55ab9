"""Where an export goes: whole or not at all in a file, straight into anything else."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from geodata.errors import ExportError

_STDOUT = "la sortie standard"

Writer = Callable[[Path], None]


def write_to_path(write: Writer, suffix: str, path: Path) -> None:
    """Write an export at a path.

    A regular file is replaced at once, when the new one is whole. A device, a pipe or a link is
    never replaced: the bytes are written into it.

    Parameters
    ----------
    write
        Writes the export to the file it is given.
    suffix
        Suffix of the format, which some writers require.
    path
        Not a folder.

    Raises
    ------
    ExportError
        Naming `path`, why it cannot be written and what to do.
    """
    with _refusals(f"« {path} »", path.parent):
        if _is_replaceable(path):
            _replace(write, path, path.with_name(f".partiel-{path.name}{suffix}"))
        else:
            with _whole(write, suffix) as file, path.open("wb") as stream:
                shutil.copyfileobj(file, stream)


def write_to_stdout(write: Writer, suffix: str, stdout: BinaryIO) -> None:
    """Write an export to the standard output, the same bytes as in a file.

    Parameters
    ----------
    write, suffix
        As for `write_to_path`.
    stdout
        Binary stream; it need not be seekable, and is flushed.

    Raises
    ------
    ExportError
        When it cannot be written.
    BrokenPipeError
        When its reader has left, which is no failure.
    """
    with _refusals(_STDOUT):
        with _whole(write, suffix) as file:
            shutil.copyfileobj(file, stdout)
        stdout.flush()


def _is_replaceable(path: Path) -> bool:
    """Whether nothing is there, or a regular file; what a link leads to does not count."""
    return not os.path.lexists(path) or stat.S_ISREG(path.lstat().st_mode)


def _replace(write: Writer, path: Path, aside: Path) -> None:
    """Write beside a file, then take its place."""
    try:
        write(aside)
        os.replace(aside, path)  # noqa: PTH105 - whole or not at all
    except BaseException:
        if os.path.lexists(aside):
            aside.unlink()
        raise


@contextmanager
def _whole(write: Writer, suffix: str) -> Iterator[BinaryIO]:
    """Open the export, whole, in a temporary file: some formats cannot be written in order."""
    with TemporaryDirectory(prefix="carto-") as folder:
        path = Path(folder) / f"export{suffix}"
        write(path)
        with path.open("rb") as file:
            yield file


@contextmanager
def _refusals(destination: str, folder: Path | None = None) -> Iterator[None]:
    """Say in French what the system refused; GDAL reports it as a RuntimeError."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        if isinstance(error, BrokenPipeError) and destination == _STDOUT:
            raise
        raise ExportError(
            f"Impossible d'écrire sur {destination} : {_reason(error, folder)} ou choisissez une "
            "autre destination."
        ) from error


def _reason(error: Exception, folder: Path | None) -> str:
    """Why a destination cannot be written, and what to do."""
    code = error.errno if isinstance(error, OSError) else None
    if folder is not None and not folder.exists():
        return f"le dossier « {folder} » n'existe pas : créez-le"
    if folder is not None and not folder.is_dir():
        return f"« {folder} » n'est pas un dossier : corrigez le chemin"
    if code == errno.ENOSPC:
        return "il ne reste plus de place : libérez-en"
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "l'écriture y est interdite : changez les droits"
    if code == errno.ENAMETOOLONG:
        return "le nom est trop long : raccourcissez-le"
    return "vérifiez qu'on peut y écrire et qu'il reste de la place"
