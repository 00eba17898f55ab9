"""The ledger of a large source: millions of rows, kept as columns.

It promises what `geodata.ledger` promises, and needs a tenth of the memory: of a kept row only its
line and key are remembered as its origin. Rows of one key are one row when they say the same;
otherwise the one of the lowest values stays, whatever the order of the file, and the others are
refused.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.contracts import Column, TableContract
from carto.typography import typeset
from geodata.errors import SourceError
from geodata.frames import frame_from
from geodata.reading.records import BrokenRecord, Record
from geodata.source import MergedRow, Notice, Origin, ParsedTable, RawFile, RefusedRow
from geodata.values.verdicts import Remark, UnusableValueError

Row = Mapping[str, object]
Values: TypeAlias = "list[Any] | array[Any]"


@dataclass
class LargeLedger:
    """What became of each row of one large file."""

    raw: RawFile
    contract: TableContract
    _columns: dict[str, Values] = field(default_factory=dict)
    _lines: array[int] = field(default_factory=lambda: array("q"))
    _refused: list[RefusedRow] = field(default_factory=list)
    _merged: list[MergedRow] = field(default_factory=list)
    _notices: list[Notice] = field(default_factory=list)

    def read_all(
        self,
        records: Iterable[Record | BrokenRecord],
        read: Callable[[Record, Remark], Sequence[Row]],
    ) -> None:
        """Enter every record of the file.

        Parameters
        ----------
        records
            What a reader yields.
        read
            Makes the rows of a record, at least one; raises `UnusableValueError` to refuse it,
            calls its second argument to remark on a repair.
        """
        self._columns = {column.name: _empty(column) for column in self.contract.columns}
        columns = tuple(self._columns.items())
        remarks: list[tuple[str, str]] = []

        def remark(code: str, said: str) -> None:
            remarks.append((code, said))

        for record in records:
            if isinstance(record, BrokenRecord):
                self._refuse(record.line, record.raw, record.code, record.reason)
                continue
            try:
                rows = read(record, remark)
            except UnusableValueError as refusal:
                self._refuse(record.line, record.raw, refusal.code, refusal.reason)
                remarks.clear()
                continue
            for row in rows:
                self._lines.append(record.line)
                for name, values in columns:
                    values.append(row[name])
            while remarks:
                self._note(record.line, str(rows[0][self.contract.key[0]]), *remarks.pop(0))

    def close(self) -> ParsedTable:
        """Return the table, sorted by key, and its account.

        Raises
        ------
        SourceError
            When no row at all could be kept.
        """
        if not self._lines:
            first = next(iter(self._refused), None)
            raise SourceError(
                self.raw.name,
                "aucune ligne utilisable"
                + (f", par exemple ligne {first.line} : {first.reason}" if first else ""),
                "vérifiez que c'est le bon fichier",
            )
        columns = {name: _values(column) for name, column in self._columns.items()}
        table = frame_from(columns, self.contract).assign(line=_values(self._lines))
        self._columns.clear()
        rows_in = len(table) + len(self._refused)
        table = self._one_of_each_key(table)
        return ParsedTable(
            source=self.raw.source,
            file=self.raw.name,
            contract=self.contract,
            table=table[list(self.contract.names)],
            rows_in=rows_in,
            origins=tuple(map(Origin, table["line"].tolist(), self._keys(table))),
            refused=tuple(sorted(self._refused, key=_line)),
            merged=tuple(sorted(self._merged, key=_line)),
            notices=tuple(sorted(self._notices, key=_line)),
        )

    def _one_of_each_key(self, table: pd.DataFrame) -> pd.DataFrame:
        """Keep one row of each key, and account for the others."""
        key = list(self.contract.key)
        beside = [name for name in self.contract.names if name not in key]
        table = table.sort_values([*key, *beside, "line"], ignore_index=True)
        repeated = table.duplicated(subset=key)
        kept, others = table[~repeated].reset_index(drop=True), table[repeated]
        first = kept.iloc[np.cumsum(~repeated.to_numpy())[repeated.to_numpy()] - 1]
        same = np.ones(len(others), dtype=bool)
        for name in beside:
            one, other = others[name].reset_index(drop=True), first[name].reset_index(drop=True)
            same &= ((one == other) | (one.isna() & other.isna())).to_numpy(dtype=bool)
        names, homes = self._keys(others), others[key[0]]
        for line, name, home, is_same, into in zip(
            others["line"], names, homes, same, first["line"], strict=True
        ):
            if is_same:
                reason = typeset(f"{name} : ligne identique à la ligne {into}")
                where = (self.raw.source, self.raw.name, int(line), name)
                self._merged.append(MergedRow(*where, "DOUBLON", reason, str(home)))
            else:
                reason = (
                    f"{name} est aussi donné ligne {into}, avec d'autres valeurs ; celle-ci, aux "
                    "valeurs les plus basses, est gardée"
                )
                self._refuse(int(line), name, "CLE_REPETEE", reason)
        return kept

    def _keys(self, table: pd.DataFrame) -> list[str]:
        """Key of each row as text."""
        columns = [table[name].astype(str) for name in self.contract.key]
        return [", ".join(values) for values in zip(*columns, strict=True)]

    def _note(self, line: int, subject: str, code: str, said: str) -> None:
        self._notices.append(
            Notice(self.raw.source, self.raw.name, line, subject, code, typeset(said[:300]))
        )

    def _refuse(self, line: int, raw: str, code: str, reason: str) -> None:
        self._refused.append(
            RefusedRow(
                self.raw.source, self.raw.name, line, raw[:1000], code, typeset(reason[:300])
            )
        )


def _empty(column: Column) -> Values:
    """Start a column: numbers that cannot be missing take eight bytes each."""
    codes = {"number": "d", "integer": "q"}
    return [] if column.nullable or column.type not in codes else array(codes[column.type])


def _values(column: Values) -> Values | NDArray[Any]:
    """Give the values of a column as a table takes them, numbers without a copy."""
    return np.frombuffer(column, dtype=column.typecode) if isinstance(column, array) else column


def _line(entry: RefusedRow | MergedRow | Notice) -> int:
    """Line of an entry: the account is in the order of the file."""
    return entry.line
