"""Importing a local file: read by the parser of the build, then named in carto.toml, or neither.

The file stays where it is: a build reads it there. Nothing is written unless it is usable.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geodata.errors import EncodingError, SettingsError, SourceError
from geodata.readers import reader_for
from geodata.settings_edit import Value, with_source
from geodata.source import ParsedTable, RawFile
from geodata.source_settings import LOCAL_READERS, is_encoding, reader_of
from geodata.storage.durable_files import replace_durably, write_durably
from geodata.toml_section import Section, read_toml
from geodata.values.dates import read_date
from geodata.values.verdicts import UnusableValueError


@dataclass(frozen=True)
class Wanted:
    """What is asked: a source, its file, and what to say of it in the settings.

    Attributes
    ----------
    source
        Identifier: a kind of local file, alone or with a suffix (`activite_nord`).
    file
        Path of the file.
    config
        Path of carto.toml.
    date
        Last day that the file describes; None to keep the one of the settings.
    millesime
        Vintage; None for the year of the date.
    encoding
        Encoding; None for that of the settings, else UTF-8.
    """

    source: str
    file: Path
    config: Path
    date: str | None = None
    millesime: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, eq=False)
class Import:
    """A file that was read, and what the settings become.

    Attributes
    ----------
    parsed
        What the file says, and the account of its rows.
    values
        Keys of the source in the settings.
    before, after
        Bytes of the settings file.
    """

    parsed: ParsedTable
    values: Mapping[str, Value]
    before: bytes
    after: bytes

    @property
    def is_mostly_refused(self) -> bool:
        """Whether more than half of the rows are refused: it may be another file than meant."""
        return 2 * len(self.parsed.refused) > self.parsed.rows_in

    @property
    def is_new(self) -> bool:
        """Whether the settings change."""
        return self.before != self.after


def prepare_import(wanted: Wanted) -> Import:
    """Read a file as a build would, and write what the settings would be; nothing is changed.

    Raises
    ------
    SettingsError
        When the kind, the settings or the date cannot be used.
    SourceError
        When the file is not such a table, or has no usable row.
    """
    local_kind(wanted.source)
    if not wanted.file.is_file():
        raise SettingsError(f"« {wanted.file} » n'existe pas ; corrigez le chemin du fichier.")
    if wanted.encoding is not None and not is_encoding(wanted.encoding):
        raise SettingsError(
            f"encodage « {wanted.encoding} » inconnu ; écrivez --encoding utf-8, cp1252, "
            "iso8859-15 ou utf-16."
        )
    section = Section(wanted.config.name, "", read_toml(wanted.config)).section("sources")
    known = section.section(wanted.source)
    values = _values(wanted, section, known)
    parsed = _read(wanted, values, wanted.encoding or known.text("encoding"))
    before = wanted.config.read_bytes()
    after = with_source(before.decode(), wanted.source, values, wanted.config.name).encode()
    return Import(parsed, values, before, after)


def apply_import(wanted: Wanted, made: Import) -> Path:
    """Write the settings, at once, beside a copy of what they were.

    Returns
    -------
    Path
        The copy; `carto.toml.bak`, or `carto.toml.bak2` and so on beside earlier copies.
    """
    copy = _copy_of(wanted.config, made.before)
    try:
        write_durably(copy, made.before)
        replace_durably(wanted.config, made.after)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SettingsError(
            f"Impossible d'écrire « {wanted.config} » ({reason}) ; rien n'est changé."
        ) from error
    return copy


def local_kind(source: str) -> str:
    """Say which kind of local file a source is, from its name.

    Raises
    ------
    SettingsError
        When it is none, naming those that are.
    """
    try:
        kind = reader_of(source)
    except KeyError:
        kind = ""
    if kind not in LOCAL_READERS:
        raise SettingsError(
            f"« {source} » n'est pas un fichier local ; écrivez {', '.join(LOCAL_READERS[:-1])} ou "
            f"{LOCAL_READERS[-1]}, suivi si besoin d'un nom à vous (activite_nord)."
        )
    return kind


def _values(wanted: Wanted, sources: Section, known: Section) -> dict[str, Value]:
    """Gather the keys to write: what is asked, else what the settings say."""
    date = _date(wanted.date, known)
    values: dict[str, Value] = {
        "file": _path(wanted.file, wanted.config),
        "millesime": wanted.millesime or date[:4],
        "date": date,
        "cog": _cog(sources, known),
    }
    if wanted.encoding is not None:
        values["encoding"] = wanted.encoding
    return values


def _copy_of(config: Path, contents: bytes) -> Path:
    """Choose where a copy goes: no earlier copy is lost, and the same one is kept once."""
    number = 1
    copy = config.with_name(f"{config.name}.bak")
    while copy.exists() and copy.read_bytes() != contents:
        number += 1
        copy = config.with_name(f"{config.name}.bak{number}")
    return copy


def _date(asked: str | None, known: Section) -> str:
    """Read the day that is asked for, else that of the settings."""
    written = asked if asked is not None else str(known.values.get("date", ""))
    try:
        date = read_date(written)
    except UnusableValueError:
        date = None
    if date is None:
        said = f"« {written} » n'est pas une date" if written else "date absente"
        raise SettingsError(
            f"{said} ; donnez le dernier jour que décrit le fichier, par exemple --date 2023-12-31."
        )
    return date


def _cog(sources: Section, known: Section) -> int:
    """Take the year of the codes: that of the source, else that of the contours."""
    for section in (known, sources.section("contours")):
        year = section.values.get("cog")
        if isinstance(year, int):
            return year
    raise sources.error("contours.cog", "année absente ; l'import la reprend pour vos codes")


def _path(file: Path, config: Path) -> str:
    """Write the path of a file as the settings read it: from their folder when it is inside."""
    folder, path = config.resolve().parent, file.resolve()
    relative = path.relative_to(folder) if path.is_relative_to(folder) else path
    return relative.as_posix()


def _read(wanted: Wanted, values: Mapping[str, Value], encoding: str | None) -> ParsedTable:
    """Read the file with the very parser of a build."""
    data = wanted.file.read_bytes()
    raw = RawFile(
        source=wanted.source,
        path=wanted.file,
        name=wanted.file.name,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        millesime=str(values["millesime"]),
        date=str(values["date"]),
        cog=int(values["cog"]),
        encoding=encoding,
    )
    try:
        return reader_for(raw).parse(raw)
    except EncodingError as error:
        remedy = f"enregistrez en UTF-8, ou ajoutez --encoding {error.likely}"
        raise SourceError(raw.name, error.problem, remedy, line=error.line) from error
