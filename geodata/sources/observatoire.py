"""Connectable premises of each commune and quarter, from the observatory workbook of ARCEP.

The workbook gives one estimate of premises, at its own date, for all quarters: rates of old
quarters are to be compared with one another, they are not those published at the time. Before T4
2019 the estimate is the sum of homes and workplaces, which is too low: rates above 1 are many, and
are kept with a remark. Premises under construction (since T4 2024), the count of INSEE and the zone
are read when the workbook has them; like the estimate they are those of its date.
"""

from __future__ import annotations

from dataclasses import replace

from carto.contracts import TableContract
from carto.tables.inputs import (
    CODE_INSEE,
    FIBRE_HISTORY,
    LOCAUX,
    LOCAUX_EN_CONSTRUCTION,
    LOCAUX_INSEE,
    LOCAUX_RACCORDABLES,
    ZONE_FIBRE,
)
from geodata.arrondissements import add_up
from geodata.ledger import Ledger, Row
from geodata.premises import remark_doubts
from geodata.reading.observatory import read_observatory
from geodata.reading.records import Record
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.numbers import read_count
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="fibre_history",
    producer="ARCEP",
    title="Observatoire du haut et très haut débit : la fibre par commune et par trimestre",
    licence="Licence Ouverte 1.0",
    homepage=(
        "https://www.data.gouv.fr/fr/datasets/"
        "le-marche-du-haut-et-tres-haut-debit-fixe-deploiements/"
    ),
)

_AT_ITS_DATE = (LOCAUX, LOCAUX_EN_CONSTRUCTION, LOCAUX_INSEE, ZONE_FIBRE)
_UNMARKED = ("", "-", "0")


def parse(raw: RawFile) -> ParsedTable:
    """Read all quarters of a workbook (xlsx, or CSV export) into the contract `fibre_history`.

    A row is a commune and a quarter; a line that is refused counts once.

    Raises
    ------
    SourceError
        When the file is not such a workbook, has no quarter, or no usable row.
    """
    observatory = read_observatory(raw)
    quarters = observatory.quarters

    def row(record: Record, remark: Remark) -> Row:
        code = read_code_insee(record["code_insee"], remark)
        locaux = _premises(record)
        counts = {name: read_count(record[name], dash_is_zero=True) for name in quarters}
        remark_doubts(locaux, counts[quarters[-1]], remark)
        return {
            "code_insee": code,
            "locaux": locaux,
            "locaux_en_construction": read_count(
                record["locaux_en_construction"], dash_is_zero=True
            ),
            "locaux_insee": _counted(record),
            "zone_fibre": _zone(record),
            **counts,
        }

    ledger = Ledger(raw, _wide_contract(quarters))
    ledger.read_all(observatory.records, row)
    add_up(ledger, ("locaux", "locaux_en_construction", "locaux_insee", *quarters))
    return _long(ledger.close(), observatory.locaux_quarter)


def _premises(record: Record) -> int | None:
    """Premises of one commune: the best estimate, else the sum of homes and workplaces."""
    best = read_count(record["meilleure_estimation"], dash_is_zero=True)
    return _counted(record) if best is None else best


def _counted(record: Record) -> int | None:
    """Homes and workplaces of one commune, counted by INSEE."""
    homes, workplaces = (
        read_count(record[name], dash_is_zero=True) for name in ("logements", "etablissements")
    )
    return None if homes is None or workplaces is None else homes + workplaces


def _zone(record: Record) -> str | None:
    """Zone of the rollout: 1 or an operator's code marks a dense or private one, else public."""
    marks = [
        record[name].strip() for name in ("zone_tres_dense", "engagement_prive", "intention_privee")
    ]
    if not any(marks):
        return None
    dense, *private = (mark not in _UNMARKED for mark in marks)
    return "ZTD" if dense else "zipri" if any(private) else "zipu"


def _wide_contract(quarters: tuple[str, ...]) -> TableContract:
    """Declare one row per commune, with a column of connectable premises per quarter."""
    counts = [replace(LOCAUX_RACCORDABLES, name=quarter) for quarter in quarters]
    columns = (CODE_INSEE, *_AT_ITS_DATE, *counts)
    return TableContract(
        FIBRE_HISTORY.name,
        FIBRE_HISTORY.title,
        "Une colonne par trimestre.",
        ("code_insee",),
        columns,
    )


def _long(wide: ParsedTable, locaux_quarter: str) -> ParsedTable:
    """Turn columns of quarters into rows, each with the origin of its line."""
    long = wide.table.melt(
        id_vars=["code_insee", *(column.name for column in _AT_ITS_DATE)],
        var_name="quarter",
        value_name="locaux_raccordables",
    ).sort_values(["code_insee", "quarter"], ignore_index=True)
    table = long.assign(locaux_quarter=locaux_quarter)[list(FIBRE_HISTORY.names)]
    repeated = len(table) // len(wide.table)
    return replace(
        wide,
        contract=FIBRE_HISTORY,
        table=table,
        rows_in=len(table) + len(wide.refused) + len(wide.merged),
        origins=tuple(origin for origin in wide.origins for _ in range(repeated)),
    )
