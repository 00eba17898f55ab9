"""The header of a table: which line it is, and where each wanted column lies.

Publishers rename columns from one year to the next and put titles above the header: a column has
several accepted names, and the header is looked for in the first ten lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import islice

from geodata.errors import SourceError
from geodata.reading.lines import Line, Table
from geodata.source import RawFile

_HEADER_WITHIN = 10


@dataclass(frozen=True)
class WantedColumn:
    """A column to read.

    Attributes
    ----------
    name
        Our name for it.
    accepted
        Names in the file, best first, whatever their case; `?` and `*` stand for what changes
        with the year (`pmun_20??`). When several columns match one name, the last in
        alphabetical order, so the latest year, is taken.
    is_required
        Whether the file is refused without it.
    """

    name: str
    accepted: tuple[str, ...]
    is_required: bool = True

    def find(self, names: Sequence[str]) -> int | None:
        """Position of this column among the names of a header, None when it is absent."""
        for pattern in self.accepted:
            matching = [
                (name, position)
                for position, name in enumerate(names)
                if fnmatchcase(name.casefold(), pattern.casefold())
            ]
            if matching:
                latest = max(name for name, _ in matching)
                return next(position for name, position in matching if name == latest)
        return None


@dataclass(frozen=True)
class Header:
    """A header: its line, the names in the file, the position of each wanted column."""

    line: int
    names: tuple[str, ...]
    positions: Mapping[str, int | None]


def find_header(
    raw: RawFile, tables: Sequence[Table], wanted: Sequence[WantedColumn]
) -> tuple[Header, Iterator[Line]]:
    """Find the first table and line that name all required columns.

    Returns
    -------
    tuple
        The header and the lines below it.

    Raises
    ------
    SourceError
        When a required column is missing (naming it, its accepted names and the columns found),
        or stands twice.
    """
    best: Line | None = None
    for table in tables:
        for line in islice(table.lines(0), _HEADER_WITHIN):
            names = _names(line)
            positions = {column.name: column.find(names) for column in wanted}
            if all(positions[column.name] is not None for column in wanted if column.is_required):
                header = Header(line.number, names, positions)
                _refuse_repeated(raw, header)
                below = (row for row in table.lines(len(names)) if row.number > line.number)
                return header, below
            if best is None or _score(line, wanted) > _score(best, wanted):
                best = line
    raise _missing_column(raw, best or Line(1, "", ()), wanted)


def _names(line: Line) -> tuple[str, ...]:
    """Names of a header line, on one line each, without the empty ones that end it."""
    names = [" ".join(cell.split()) for cell in line.cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def _score(line: Line, wanted: Sequence[WantedColumn]) -> tuple[int, int]:
    """How much a line looks like the header: wanted columns, then cells."""
    names = _names(line)
    return sum(column.find(names) is not None for column in wanted), len(names)


def _refuse_repeated(raw: RawFile, header: Header) -> None:
    """Refuse a wanted column whose name stands twice: nothing says which one is right."""
    for position in header.positions.values():
        if position is not None and header.names.count(header.names[position]) > 1:
            name = header.names[position]
            remedy = "gardez une seule de ces colonnes"
            raise SourceError(raw.name, "colonne répétée", remedy, line=header.line, column=name)


def _remedy(raw: RawFile) -> str:
    """Say what to do about a missing column: in the file, or in what describes its columns."""
    if raw.columns is not None:
        return f"corrigez {raw.columns.name}, qui donne les noms des colonnes de ce fichier"
    remedy = "renommez la colonne dans la première ligne ou reprenez le fichier de l'éditeur"
    if raw.source.startswith("lieux_"):
        remedy += ', ou décrivez ses colonnes (colonnes = "…" dans carto.toml)'
    return remedy


def _missing_column(raw: RawFile, line: Line, wanted: Sequence[WantedColumn]) -> SourceError:
    """Make the error that names the first missing column."""
    names = _names(line)
    missing = [column for column in wanted if column.is_required and column.find(names) is None]
    also = "".join(f", {column.accepted[0]}" for column in missing[1:])
    return SourceError(
        raw.name,
        f"colonne absente (noms acceptés : {', '.join(missing[0].accepted)}"
        + (f" ; absentes aussi : {also[2:]}" if also else "")
        + f" ; colonnes trouvées : {', '.join(names)[:300] or 'aucune'})",
        _remedy(raw),
        line=line.number,
        column=missing[0].accepted[0],
    )
