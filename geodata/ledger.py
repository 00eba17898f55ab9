"""The ledger of a source: every row read is kept, merged or refused, and says why.

Rows of one key are one row when they say the same. Otherwise nothing tells which is right: the one
whose text comes first in alphabetical order stays, whatever the order of the file, and those that
say something else are refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from carto.contracts import TableContract
from carto.typography import typeset
from geodata.errors import SourceError
from geodata.frames import frame_of
from geodata.reading.records import BrokenRecord
from geodata.source import MergedRow, Notice, Origin, ParsedTable, RawFile, RefusedRow
from geodata.values.verdicts import Remark, UnusableValueError

Row = dict[str, object]
_LONGEST_RAW = 1000
_LONGEST_SENTENCE = 300


class Located(Protocol):
    """Something read from a file: it knows its line and its text."""

    @property
    def line(self) -> int:
        """Line of the file, from 1."""

    @property
    def raw(self) -> str:
        """Text as written."""


@dataclass(frozen=True)
class MergedInto:
    """A reading that adds no row: it is counted in another one."""

    into: str
    code: str
    reason: str


@dataclass(frozen=True)
class _Kept:
    """A row, where it was read, and what was remarked on it.

    The record itself is let go: 35,000 trees of coordinates would weigh ten times their shapes.
    """

    where: Located
    row: Row
    remarks: Sequence[tuple[str, str]]

    @property
    def rank(self) -> tuple[str, str, int]:
        """Order among the rows of one key; the line parts only rows that are the same."""
        return self.where.raw, str(self.row), self.where.line


_L = TypeVar("_L", bound=Located)


@dataclass
class Ledger:
    """What became of each row of one file."""

    raw: RawFile
    contract: TableContract
    rows_in: int = 0
    _kept: dict[tuple[object, ...], _Kept] = field(default_factory=dict)
    _refused: list[RefusedRow] = field(default_factory=list)
    _merged: list[MergedRow] = field(default_factory=list)
    _notices: list[Notice] = field(default_factory=list)
    _disputed: set[tuple[object, ...]] = field(default_factory=set)

    def read_all(
        self,
        records: Iterable[_L | BrokenRecord],
        read: Callable[[_L, Remark], Row | MergedInto],
    ) -> None:
        """Enter every record of the file, once.

        Parameters
        ----------
        records
            What a reader yields.
        read
            Makes the row of a record; raises `UnusableValueError` to refuse it, calls its second
            argument to remark on a repair, returns `MergedInto` when it adds no row.
        """
        rivals: dict[tuple[object, ...], list[_Kept]] = {}
        for record in records:
            self.rows_in += 1
            if isinstance(record, BrokenRecord):
                self._refuse(record, record.code, record.reason)
            elif found := self._read(record, read):
                rivals.setdefault(self._key(found.row), []).append(found)
        for key, found_rows in rivals.items():
            self._keep_one(key, found_rows)

    def rows(self) -> list[Row]:
        """Rows kept so far, in the order of their key."""
        return [self._kept[key].row for key in sorted(self._kept, key=str)]

    def is_disputed(self, row: Row) -> bool:
        """Whether other rows of the same key, that said something else, were refused."""
        return self._key(row) in self._disputed

    def fold(
        self, parts: Sequence[Row], whole: Row, reason: str, code: str = "ARRONDISSEMENT"
    ) -> None:
        """Replace the rows `parts` by one row `whole`, of which they become the trace.

        When a row of the same key as `whole` is already kept, and is none of the parts, that row
        stays and the parts are merged into it.
        """
        into = self._key(whole)
        for part in parts:
            kept = self._kept.pop(self._key(part))
            if into in self._kept:
                self._merge(kept.where, MergedInto(str(into[0]), code, reason))
            else:
                self._kept[into] = _Kept(kept.where, whole, ())

    def note(self, row: Row, subject: str, code: str, said: str) -> None:
        """Remark on a kept row, once it is known beside the others."""
        self._note(self._kept[self._key(row)].where, subject, code, said)

    def withdraw(self, rows: Sequence[Row], code: str, reason: str) -> None:
        """Refuse kept rows that cannot be used without others."""
        for row in rows:
            self._refuse(self._kept.pop(self._key(row)).where, code, reason)

    def close(self) -> ParsedTable:
        """Return the table and its account.

        Raises
        ------
        SourceError
            When no row at all could be kept.
        """
        if not self._kept:
            first = min(self._refused, key=_line, default=None)
            raise SourceError(
                self.raw.name,
                f"aucune ligne utilisable sur {self.rows_in} lue(s)"
                + (f", par exemple ligne {first.line} : {first.reason}" if first else ""),
                "vérifiez que c'est le bon fichier",
            )
        return ParsedTable(
            source=self.raw.source,
            file=self.raw.name,
            contract=self.contract,
            table=frame_of(self.rows(), self.contract),
            rows_in=self.rows_in,
            origins=self._origins(),
            refused=tuple(sorted(self._refused, key=_line)),
            merged=tuple(sorted(self._merged, key=_line)),
            notices=tuple(sorted(self._notices, key=_line)),
        )

    def _origins(self) -> tuple[Origin, ...]:
        """Say where each kept row was read, in the order of the rows."""
        wheres = (self._kept[key].where for key in sorted(self._kept, key=str))
        return tuple(Origin(where.line, _cut(where.raw)) for where in wheres)

    def _read(self, record: _L, read: Callable[[_L, Remark], Row | MergedInto]) -> _Kept | None:
        """Read one record; None when it was refused or merged."""
        remarks: list[tuple[str, str]] = []

        def remark(code: str, said: str) -> None:
            remarks.append((code, said))

        try:
            row = read(record, remark)
        except UnusableValueError as refusal:
            self._refuse(record, refusal.code, refusal.reason)
            return None
        if isinstance(row, MergedInto):
            self._merge(record, row)
            return None
        return _Kept(Origin(record.line, record.raw), row, remarks)

    def _key(self, row: Row) -> tuple[object, ...]:
        return tuple(row[name] for name in self.contract.key)

    def _keep_one(self, key: tuple[object, ...], rivals: Sequence[_Kept]) -> None:
        """Keep one row of a key; the others are merged into it, or refused if they differ."""
        kept = rivals[0] if len(rivals) == 1 else min(rivals, key=lambda rival: rival.rank)
        self._kept[key] = kept
        for code, said in kept.remarks:
            self._note(kept.where, str(key[0]), code, said)
        name = ", ".join(map(str, key))
        for rival in rivals:
            if rival is kept:
                continue
            if rival.row == kept.row:
                reason = f"{name} : ligne identique à la ligne {kept.where.line}"
                self._merge(rival.where, MergedInto(str(key[0]), "DOUBLON", reason))
            else:
                reason = (
                    f"{name} est aussi donné ligne {kept.where.line}, avec d'autres valeurs ; "
                    "celle-ci est gardée, première dans l'ordre alphabétique de son texte"
                )
                self._disputed.add(key)
                self._refuse(rival.where, "CLE_REPETEE", reason)

    def _note(self, where: Located, subject: str, code: str, said: str) -> None:
        self._notices.append(
            Notice(self.raw.source, self.raw.name, where.line, subject, code, _sentence(said))
        )

    def _refuse(self, where: Located, code: str, reason: str) -> None:
        self._refused.append(
            RefusedRow(
                self.raw.source, self.raw.name, where.line, _cut(where.raw), code, _sentence(reason)
            )
        )

    def _merge(self, where: Located, merged: MergedInto) -> None:
        self._merged.append(
            MergedRow(
                self.raw.source,
                self.raw.name,
                where.line,
                _cut(where.raw),
                merged.code,
                _sentence(merged.reason),
                merged.into,
            )
        )


def _line(entry: RefusedRow | MergedRow | Notice) -> int:
    """Line of an entry: the account is in the order of the file."""
    return entry.line


def _sentence(text: str) -> str:
    """Typeset a sentence that may quote a cell: one line, not too long."""
    return typeset(" ".join(text.split())[:_LONGEST_SENTENCE])


def _cut(text: str) -> str:
    """Cut the text of a row that is too long to be read in a report (a polygon)."""
    return text if len(text) <= _LONGEST_RAW else text[:_LONGEST_RAW] + "…"
