"""Zip archives: one member read, never a file written; what is no honest archive is refused.

A member is found by its name whatever its folder, read in memory, and held to the size and the
checksum that the archive declares. Names that leave their folder (`../x`), links, passwords, too
many members and members that swell beyond measure (bombs) refuse the whole archive, at fetching
as at reading.
"""

from __future__ import annotations

import re
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from geodata.errors import SourceError
from geodata.source import RawFile

MOST_MEMBERS = 10_000
LARGEST_MEMBER = 2**30
LARGEST_TOTAL = 2**33
# A bomb swells a thousand times; the widest tables of INSEE, full of zeros, some fifty times.
HIGHEST_RATIO = 250
_RATIO_MATTERS_FROM = 2**26

ZIP_MAGIC = b"PK\x03\x04"
EMPTY_ZIP_MAGIC = b"PK\x05\x06"
SEVEN_ZIP_MAGIC = b"7z\xbc\xaf\x27\x1c"

_NEW_COPY = "téléchargez de nouveau le fichier chez son éditeur"
_UNREADABLE = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def is_archive(path: Path) -> bool:
    """Whether a file is a zip archive, by its first bytes; an Excel workbook is one too."""
    with path.open("rb") as file:
        return file.read(4) in (ZIP_MAGIC, EMPTY_ZIP_MAGIC)


def archive_problem(path: Path) -> str | None:
    """Say in French what makes a zip archive unfit to be opened; None when nothing does.

    Only its directory is read; checksums are held when a member is read.

    Raises
    ------
    OSError
        When the file cannot be read.
    """
    try:
        with ZipFile(path) as archive:
            return _directory_problem(archive.infolist(), path.stat().st_size)
    except _UNREADABLE:
        return "archive zip tronquée ou abîmée"


def member_names(raw: RawFile) -> tuple[str, ...]:
    """List the files of an archive, sorted, folders left out.

    Raises
    ------
    SourceError
        When the file is no zip archive (7z archives are not read), or is unfit to be opened.
    """
    with _opened(raw) as archive:
        return tuple(sorted(info.filename for info in archive.infolist() if not info.is_dir()))


def find_member(raw: RawFile, wanted: re.Pattern[str]) -> str:
    r"""Name the one member whose file name (its folder left out) matches `wanted` entirely.

    Raises
    ------
    SourceError
        When none or several match, naming what the archive holds; as `member_names` too.
    """
    names = member_names(raw)
    found = [name for name in names if wanted.fullmatch(PurePosixPath(name).name)]
    if len(found) == 1:
        return found[0]
    held = ", ".join(_shown(name) for name in (found or names)[:8]) or "aucun fichier"
    count = "aucun fichier attendu" if not found else "plusieurs fichiers possibles"
    remedy = "vérifiez que c'est la bonne archive, ou décompressez-la et donnez le fichier voulu"
    raise SourceError(raw.name, f"{count} dans l'archive (elle contient : {held})", remedy)


def read_member(raw: RawFile, wanted: re.Pattern[str]) -> bytes:
    """Read the one member that `wanted` matches, as `find_member` finds it.

    Raises
    ------
    SourceError
        As `find_member`; when the member is damaged or larger than 1 GiB.
    """
    with open_member(raw, wanted) as member:
        return member.read()


@contextmanager
def open_member(raw: RawFile, wanted: re.Pattern[str]) -> Iterator[IO[bytes]]:
    """Open the one member that `wanted` matches, to read it bit by bit; raises as `read_member`."""
    name = find_member(raw, wanted)
    with _opened(raw) as archive, _opened_member(raw, archive, name) as member:
        yield member


@contextmanager
def _opened(raw: RawFile) -> Iterator[ZipFile]:
    """Open an archive that is fit to be opened."""
    try:
        with raw.path.open("rb") as file:
            start = file.read(len(SEVEN_ZIP_MAGIC))
        if start == SEVEN_ZIP_MAGIC:
            remedy = "décompressez-la et donnez le fichier voulu dans file"
            raise SourceError(raw.name, "archive 7z, que cette version ne lit pas", remedy)
        problem = archive_problem(raw.path)
        if problem is not None:
            raise SourceError(raw.name, problem, _NEW_COPY)
        with ZipFile(raw.path) as archive:
            yield archive
    except OSError as error:
        reason = f"fichier illisible ({error.strerror})"
        raise SourceError(raw.name, reason, "vérifiez le chemin et les droits") from error


@contextmanager
def _opened_member(raw: RawFile, archive: ZipFile, name: str) -> Iterator[IO[bytes]]:
    """Open a member that fits in memory."""
    if archive.getinfo(name).file_size > LARGEST_MEMBER:
        reason = f"{name} : plus de 1 Gio une fois décompressé"
        raise SourceError(raw.name, reason, "vérifiez que c'est le bon fichier")
    try:
        with archive.open(name) as member:
            yield member
    except _UNREADABLE as error:
        raise SourceError(raw.name, f"{name} : abîmé dans l'archive", _NEW_COPY) from error


def _directory_problem(members: list[ZipInfo], size: int) -> str | None:
    """Say what is wrong in the directory of an archive of `size` bytes."""
    total = sum(member.file_size for member in members)
    hostile = next((member.filename for member in members if _leaves_its_folder(member)), None)
    if not members:
        return "archive zip vide"
    if len(members) > MOST_MEMBERS:
        return f"archive zip de plus de {MOST_MEMBERS} fichiers"
    if hostile is not None:
        return f"archive zip au contenu suspect (« {_shown(hostile)} »)"
    if any(member.flag_bits & 0x1 for member in members):
        return "archive zip protégée par un mot de passe"
    is_bomb = total > _RATIO_MATTERS_FROM and total > HIGHEST_RATIO * size
    if total > LARGEST_TOTAL or is_bomb:
        return "archive zip démesurée une fois décompressée"
    return None


def _shown(name: str) -> str:
    """Write the name of a member on one line."""
    return "".join(character if character.isprintable() else "?" for character in name[:80])


def _leaves_its_folder(member: ZipInfo) -> bool:
    """Whether a member would be written elsewhere, or is a link."""
    name = member.orig_filename
    path = PurePosixPath(name.replace("\\", "/"))
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    has_drive = re.match(r"[A-Za-z]:", name) is not None
    return is_link or has_drive or path.is_absolute() or ".." in path.parts or "\0" in name
