"""Census bases of INSEE: two counts of a commune, a part of its people and the whole of them.

Counts are estimates, with decimals. Each archive holds two tables; the one called `…-COM.CSV` is
that of the overseas collectivities (COM), not of the communes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    """A base: the contract of its table, the name of that table in the archive, two counts."""

    contract: TableContract
    table: re.Pattern[str]
    whole: WantedColumn
    part: WantedColumn


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

    ledger.read_all(read_records(raw, (_CODE, base.whole, base.part), base.table), row)
    _refuse_collectivites(ledger, base)
    add_up(ledger, (base.whole.name, base.part.name))
    return ledger.close()


def _row(record: Record, remark: Remark, base: CensusBase) -> Row:
    """Make the row of one commune."""
    code = read_code_insee(record["code_insee"], remark)
    whole, part = (_read_estimate(record[column.name]) for column in (base.whole, base.part))
    if whole is not None and part is not None and part > whole + _ROUNDING:
        raise UnusableValueError("PARTIE_TROP_GRANDE", f"{part:g} personnes parmi {whole:g}")
    return {"code_insee": code, base.whole.name: whole, base.part.name: part}


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
