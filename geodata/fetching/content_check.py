"""What a received file is, by its bytes: an error page, an empty or broken file is no data.

Publishers in trouble answer 200 with a web page or a JSON message. Such a file must never take
the place of the last good one, so it is refused here, before any reader sees it.
"""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path

from geodata.fetching.failure import FetchFailure
from geodata.reading.archives import SEVEN_ZIP_MAGIC, archive_problem, is_archive

GZIP_MAGIC = b"\x1f\x8b"
LARGEST_TEXT = 2**29
LARGEST_GZIP = 2**28
LARGEST_OTHER = 2**30
LARGEST_UNZIPPED = 2**30
# Readers of GeoJSON and of lists of places; a JSON answer to any other one is a message.
JSON_READERS = ("contours", "mairies", "lieux", "conseillers_numeriques")

_BINARY = (b"PK", SEVEN_ZIP_MAGIC, b"SQLite format 3\0", b"fgb")
_START = 2**16
_BLANK = b"\xef\xbb\xbf \t\r\n"
_MESSAGE_KEYS = frozenset({"error", "errors", "erreur", "message", "detail", "error_code"})


def largest_size(start: bytes) -> int:
    """Size in bytes over which a file is refused, by its first bytes.

    >>> largest_size(b"COM;PMUN") // 2**20, largest_size(b"PK") // 2**20
    (512, 1024)
    """
    if start.startswith(GZIP_MAGIC):
        return LARGEST_GZIP
    return LARGEST_OTHER if start.startswith(_BINARY) else LARGEST_TEXT


def require_data(path: Path, reader: str) -> None:
    """Refuse a received file that cannot be data for a reader.

    Parameters
    ----------
    path
        The file, as received.
    reader
        Identifier of the reader that will parse it.

    Raises
    ------
    FetchFailure
        Saying what the file is instead: empty, a web page, a message, broken or a bomb.
    OSError
        When the disk fails.
    """
    with path.open("rb") as file:
        start = file.read(_START)
        file.seek(max(0, path.stat().st_size - _START))
        end = file.read()
    if start.startswith(GZIP_MAGIC):
        start, end = _unzipped_ends(path)
    elif is_archive(path):
        problem = archive_problem(path)
        if problem is not None:
            raise FetchFailure(problem)
        return
    _refuse_message(start, reader)
    is_json = start.lstrip(_BLANK).startswith((b"{", b"["))
    if is_json and not end.rstrip(_BLANK).endswith((b"}", b"]")):
        raise FetchFailure("fichier JSON tronqué")


def _unzipped_ends(path: Path) -> tuple[bytes, bytes]:
    """Decompress a gzip file to its end; return its first and last bytes."""
    start = end = b""
    size = 0
    try:
        with gzip.open(path) as file:
            while piece := file.read(_START):
                start = start or piece
                end = end[-64:] + piece
                size += len(piece)
                if size > LARGEST_UNZIPPED:
                    raise FetchFailure("plus de 1 Gio une fois décompressé")
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FetchFailure("compression gzip tronquée ou abîmée") from error
    return start, end


def _refuse_message(start: bytes, reader: str) -> None:
    """Refuse what says something to people instead of giving data."""
    text = start.lstrip(_BLANK)
    if not text:
        raise FetchFailure("fichier vide")
    if text.startswith(b"<"):
        raise FetchFailure("page web et non fichier de données")
    if text.startswith((b"{", b"[")) and (reader not in JSON_READERS or _is_message(text)):
        raise FetchFailure("message JSON et non fichier de données")


def _is_message(text: bytes) -> bool:
    """Whether a JSON document is a short object that reports an error, or holds nothing."""
    if len(text) >= _START - len(_BLANK):
        return False
    try:
        document = json.loads(text)
    except ValueError:
        raise FetchFailure("fichier JSON tronqué ou abîmé") from None
    except RecursionError:
        raise FetchFailure("fichier JSON démesurément imbriqué") from None
    if isinstance(document, dict):
        return "features" not in document and not _MESSAGE_KEYS.isdisjoint(document)
    return not document
