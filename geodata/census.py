"""Census bases of INSEE: counts of a commune, a part of its people and the whole of them.

A base may also part its people into classes, which a file need not have. Counts are estimates, with
decimals. Each archive holds two tables; the one called `…-COM.CSV` is that of the overseas
collectivities (COM), not of the communes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from carto.codes import DEPARTEMENTS, departement_of
from carto.contracts import TableContract
from geodata.arrondissements import add_up
from geodata.errors import SourceError
from geodata.ledger import Ledger, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile
from geodata.values.codes import read_code_insee
from geodata.values.numbers import read_number
from geodata.values.verdicts import Remark, UnusableValueError

_CODE = WantedColumn("code_insee", ("CODGEO", "COM", "code_insee"))
# Both counts are rounded sums of weights: the part may pass the whole by less than this.
_ROUNDING = 1e-6


@dataclass(frozen=True)
class CensusBase:
    """A base: its table and the counts it holds.

    Attributes
    ----------
    contract
        Of the validated table.
    table
        Name of the table in the archive.
    whole, part
        The two counts that a file must have.
    classes
        Count → the columns that give it, without the year (`POP75P`): the first of these lists that
        the file holds whole is added up. Classes have nobody in common.
    """

    contract: TableContract
    table: re.Pattern[str]
    whole: WantedColumn
    part: WantedColumn
    classes: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    @property
    def wanted(self) -> tuple[WantedColumn, ...]:
        """Columns to look for; those of the classes may be absent."""
        named = {name for lists in self.classes.values() for names in lists for name in names}
        by_class = (
            WantedColumn(name, (f"P[0-9][0-9]_{name}",), is_required=False)
            for name in sorted(named)
        )
        return (_CODE, self.whole, self.part, *by_class)


def parse_census(raw: RawFile, base: CensusBase) -> ParsedTable:
    """Read a base, alone or in its archive; arrondissements are added up.

    Raises
    ------
    SourceError
        When the file is not such a table, is that of the overseas collectivities (it may only
        complete the other one, as a second source), or has no usable row.
    """
    ledger = Ledger(raw, base.contract)

    def row(record: Record, remark: Remark) -> Row:
        return _row(record, remark, base)

    ledger.read_all(read_records(raw, base.wanted, base.table), row)
    _refuse_collectivites(ledger, base)
    add_up(ledger, (base.whole.name, base.part.name, *base.classes))
    return ledger.close()


def _row(record: Record, remark: Remark, base: CensusBase) -> Row:
    """Make the row of one commune."""
    code = read_code_insee(record["code_insee"], remark)
    whole, part = (_read_estimate(record[column.name]) for column in (base.whole, base.part))
    classes = {name: _read_class(record, lists) for name, lists in base.classes.items()}
    for together in (part or 0.0, sum(filter(None, classes.values()))):
        if whole is not None and together > whole + _ROUNDING:
            said = f"{together:g} personnes parmi {whole:g}"
            raise UnusableValueError("PARTIE_TROP_GRANDE", said)
    return {"code_insee": code, base.whole.name: whole, base.part.name: part, **classes}


def _read_class(record: Record, lists: tuple[tuple[str, ...], ...]) -> float | None:
    """Add up the columns of the first list that the row has whole; None when it has none."""
    for names in lists:
        counts = [_read_estimate(record[name]) for name in names]
        known = [count for count in counts if count is not None]
        if len(known) == len(names):
            return sum(known)
    return None


def _read_estimate(text: str) -> float | None:
    """Read an estimated count; None when missing."""
    estimate = read_number(text)
    if estimate is not None and estimate < 0:
        raise UnusableValueError("NOMBRE_NEGATIF", f"« {text} » est négatif")
    return estimate


def _refuse_collectivites(ledger: Ledger, base: CensusBase) -> None:
    """Refuse the table of the overseas collectivities where that of the communes is expected."""
    codes = [str(row["code_insee"]) for row in ledger.rows()]
    is_completing = ledger.raw.source != base.contract.name
    if codes and not is_completing and not any(departement_of(c) in DEPARTEMENTS for c in codes):
        raise SourceError(
            ledger.raw.name,
            "ce fichier est celui des collectivités d'outre-mer (COM), pas celui des communes",
            "prenez dans la même archive le fichier dont le nom ne finit pas par -COM",
        )
