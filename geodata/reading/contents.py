"""The contents of a file: what kind of thing it is, then its text, strictly decoded."""

from __future__ import annotations

import codecs
import gzip
import zlib
from io import BytesIO
from pathlib import Path

from geodata.errors import EncodingError, SourceError
from geodata.source import RawFile

LARGEST_BYTES = 2**30
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_WORKBOOKS = (".xlsx", ".xlsm")
_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TEXT_COPY = "enregistrez-le en CSV UTF-8"
# First bytes of files that are no text, what they are, and what to do.
_BINARIES = (
    (_ZIP, "archive zip", "décompressez-la"),
    (b"7z\xbc\xaf\x27\x1c", "archive 7z", "décompressez-la"),
    (b"Rar!", "archive rar", "décompressez-la"),
    (b"BZh", "archive bzip2", "décompressez-la"),
    (b"\xfd7zXZ", "archive xz", "décompressez-la"),
    (b"\xd0\xcf\x11\xe0", "classeur Excel d'ancien format (xls)", _TEXT_COPY),
    (b"%PDF", "document PDF", "demandez à l'éditeur un fichier de données"),
)
_NEW_COPY = "téléchargez de nouveau le fichier chez son éditeur"


def read_bytes(raw: RawFile) -> bytes:
    """Read a file, ungzipped if it is gzip.

    Raises
    ------
    SourceError
        When the file is unreadable, empty, broken or larger than 1 GiB.
    """
    try:
        data = raw.path.read_bytes()
    except OSError as error:
        reason = f"fichier illisible ({error.strerror})"
        raise SourceError(raw.name, reason, "vérifiez le chemin et les droits") from error
    if data.startswith(_GZIP):
        data = _gunzip(raw, data)
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise SourceError(raw.name, "fichier vide", _NEW_COPY, line=1)
    return data


def first_bytes(raw: RawFile, size: int = 4096) -> bytes:
    """Read the first bytes of a file, ungzipped if it is gzip; none when it is unreadable."""
    try:
        with raw.path.open("rb") as file:
            is_gzip = file.read(2) == _GZIP
            file.seek(0)
            return gzip.GzipFile(fileobj=file).read(size) if is_gzip else file.read(size)
    except (OSError, EOFError, zlib.error):
        return b""


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are those of an Excel workbook (xlsx)."""
    return data.startswith(_ZIP) and b"xl/workbook." in data


def decode_table(raw: RawFile, data: bytes) -> str:
    """Decode the text of a delimited table, after refusing what is no table at all."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if is_workbook(data):
        remedy = "donnez-lui le suffixe .xlsx, ou enregistrez-le en CSV UTF-8"
        raise SourceError(raw.name, "classeur Excel et non fichier CSV", remedy)
    if start.startswith(b"<"):
        raise SourceError(raw.name, "page web et non fichier de données", _NEW_COPY, line=1)
    if start.startswith((b"{", b"[")):
        reason = "réponse JSON et non tableau CSV (erreur du serveur ?)"
        raise SourceError(raw.name, reason, _NEW_COPY, line=1)
    return decode(raw, data)


def decode(raw: RawFile, data: bytes) -> str:
    """Decode text as UTF-8, or in the encoding that the operator states; never guess.

    Raises
    ------
    SourceError
        Saying what kind of file it is when it is no text.
    EncodingError
        Naming the first bad line, the byte, the likely encoding and the remedy.
    """
    _refuse_binary(raw, data)
    encoding = raw.encoding or "utf-8"
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        likely = _likely_encoding(data, encoding)
        line_start = data.rfind(b"\n", 0, error.start) + 1
        raise EncodingError(
            raw.name,
            f"octet 0x{data[error.start]:02X} impossible en {encoding} au caractère "
            f"{error.start - line_start + 1} ; encodage probable : {likely}",
            likely,
            f'enregistrez en UTF-8 ou ajoutez encoding = "{likely}" à la source {raw.source} '
            "dans carto.toml",
            line=data.count(b"\n", 0, error.start) + 1,
        ) from error


def _refuse_binary(raw: RawFile, data: bytes) -> None:
    """Refuse an archive, an old workbook, and anything else that is no text."""
    for magic, kind, remedy in _BINARIES:
        if data.startswith(magic) and not (magic == _ZIP and _is_named_workbook(raw)):
            raise SourceError(raw.name, f"{kind} et non fichier texte", remedy)
    if _is_named_workbook(raw) and (data.startswith(_ZIP) or not _is_utf_8(data)):
        remedy = "ouvrez-le dans un tableur et enregistrez-le de nouveau"
        raise SourceError(raw.name, "classeur Excel illisible", remedy)
    is_utf_16 = codecs.lookup(raw.encoding or "utf-8").name == "utf-16"
    first_line = data[:64].partition(b"\n")[0]
    if b"\0" in first_line and not is_utf_16 and not data.startswith(_UTF_16_MARKS):
        raise SourceError(raw.name, "fichier binaire et non fichier texte", _NEW_COPY)


def _is_named_workbook(raw: RawFile) -> bool:
    """Whether the name of a file says that it is an Excel workbook."""
    return Path(raw.name).suffix.casefold() in _WORKBOOKS


def _is_utf_8(data: bytes) -> bool:
    """Whether some bytes are text in UTF-8."""
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


def _likely_encoding(data: bytes, refused: str) -> str:
    """Guess, for an error message only, the encoding of text that is not what was stated."""
    if data.startswith(_UTF_16_MARKS):
        return "utf-16"
    for encoding in ("utf-8", "cp1252"):
        if encoding != refused:
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                continue
            return encoding
    return "latin-1"


def _gunzip(raw: RawFile, data: bytes) -> bytes:
    """Decompress gzip, refusing a bomb or a truncated file."""
    try:
        with gzip.open(BytesIO(data)) as file:
            contents = file.read(LARGEST_BYTES + 1)
    except EOFError as error:
        raise SourceError(raw.name, "fichier gzip tronqué", _NEW_COPY) from error
    except (OSError, zlib.error) as error:
        raise SourceError(raw.name, "compression gzip abîmée", _NEW_COPY) from error
    if len(contents) > LARGEST_BYTES:
        reason = "plus de 1 Gio une fois décompressé"
        raise SourceError(raw.name, reason, "vérifiez que c'est le bon fichier")
    return contents
