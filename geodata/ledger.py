"""The ledger of a source: every row read is kept, merged or refused, and says why.

Two rows of one key are one row when they say the same; otherwise the first stays and the later
ones are refused, for nothing tells which is right.
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
from geodata.source import MergedRow, Notice, ParsedTable, RawFile, RefusedRow
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
    """A kept row and where it was read."""

    where: Located
    row: Row


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

    def read_all(
        self,
        records: Iterable[_L | BrokenRecord],
        read: Callable[[_L, Remark], Row | MergedInto],
    ) -> None:
        """Enter every record.

        Parameters
        ----------
        records
            What a reader yields.
        read
            Makes the row of a record; raises `UnusableValueError` to refuse it, calls its second
            argument to remark on a repair, returns `MergedInto` when it adds no row.
        """
        for record in records:
            self.rows_in += 1
            if isinstance(record, BrokenRecord):
                self._refuse(record, record.code, record.reason)
            else:
                self._read(record, read)

    def rows(self) -> list[Row]:
        """Rows kept so far, in the order of their key."""
        return [self._kept[key].row for key in sorted(self._kept, key=str)]

    def fold(self, parts: Sequence[Row], whole: Row, reason: str) -> None:
        """Replace the rows `parts` by one row `whole`, of which they become the trace.

        When a row of the same key as `whole` is already kept, that row stays and the parts are
        merged into it.
        """
        into = self._key(whole)
        for part in parts:
            kept = self._kept.pop(self._key(part))
            if into in self._kept:
                self._merge(kept.where, MergedInto(str(into[0]), "ARRONDISSEMENT", reason))
            else:
                self._kept[into] = _Kept(kept.where, whole)

    def close(self) -> ParsedTable:
        """Return the table and its account.

        Raises
        ------
        SourceError
            When no row at all could be kept.
        """
        if not self._kept:
            first = self._refused[0] if self._refused else None
            raise SourceError(
                self.raw.name,
                f"aucune ligne utilisable sur {self.rows_in} lue(s)"
                + (f", par exemple ligne {first.line} : {first.reason}" if first else ""),
                "vérifiez que c'est le bon fichier",
            )
        return ParsedTable(
            source=self.raw.source,
            contract=self.contract,
            table=frame_of(self.rows(), self.contract),
            rows_in=self.rows_in,
            refused=tuple(self._refused),
            merged=tuple(self._merged),
            notices=tuple(self._notices),
        )

    def _read(self, record: _L, read: Callable[[_L, Remark], Row | MergedInto]) -> None:
        """Enter one record that could be read."""
        remarks: list[tuple[str, str]] = []

        def remark(code: str, said: str) -> None:
            remarks.append((code, _sentence(said)))

        try:
            row = read(record, remark)
        except UnusableValueError as refusal:
            self._refuse(record, refusal.code, refusal.reason)
            return
        if isinstance(row, MergedInto):
            self._merge(record, row)
        elif self._keep(record, row):
            subject = str(row[self.contract.key[0]])
            self._notices += [
                Notice(self.raw.source, self.raw.name, record.line, subject, code, said)
                for code, said in remarks
            ]

    def _key(self, row: Row) -> tuple[object, ...]:
        return tuple(row[name] for name in self.contract.key)

    def _keep(self, where: Located, row: Row) -> bool:
        """Keep a row unless its key is known; say whether it was kept."""
        key = self._key(row)
        known = self._kept.get(key)
        if known is None:
            self._kept[key] = _Kept(where, row)
            return True
        name = ", ".join(map(str, key))
        if known.row == row:
            reason = f"{name} : ligne identique à la ligne {known.where.line}"
            self._merge(where, MergedInto(str(key[0]), "DOUBLON", reason))
        else:
            reason = (
                f"{name} est déjà donné ligne {known.where.line}, gardée, avec d'autres valeurs"
            )
            self._refuse(where, "CLE_REPETEE", reason)
        return False

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


def _sentence(text: str) -> str:
    """Typeset a sentence that may quote a cell: one line, not too long."""
    return typeset(" ".join(text.split())[:_LONGEST_SENTENCE])


def _cut(text: str) -> str:
    """Cut the text of a row that is too long to be read in a report (a polygon)."""
    return text if len(text) <= _LONGEST_RAW else text[:_LONGEST_RAW] + "…"
