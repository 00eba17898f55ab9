"""Dates of closure of the copper network by commune: Orange's schedule, or its copy by the State.

The workbook of Orange (sheet `Communes`) and the CSV of data.economie.gouv.fr have the same column
names. Paris, Lyon and Marseille are given by arrondissement: the commune takes the first date, and
the last one as the end of its technical closure. The workbook alone says the lot, the homes whose
eligibility is blocked, and when the operator means to complete the first and the last of the zones.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from carto.tables.zoning import CUIVRE
from geodata.arrondissements import earliest, fold_arrondissements, latest, total
from geodata.ledger import Ledger, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.dates import read_date
from geodata.values.numbers import read_count
from geodata.values.verdicts import Remark, UnusableValueError

Value = TypeVar("Value", int, str)

DESCRIPTION = SourceDescription(
    id="cuivre",
    producer="Orange, diffusion ministère de l'Économie",
    title="Calendrier de fermeture du réseau cuivre",
    licence="Licence Ouverte 2.0",
    homepage="https://data.economie.gouv.fr/explore/dataset/fermeture-reseau-cuivre/",
)

WANTED = (
    WantedColumn("code_insee", ("code_insee", "INSEE_COM")),
    WantedColumn(
        "fermeture_commerciale",
        ("fermeture_commerciale", "date_fermeture_commerciale"),
        is_required=False,
    ),
    WantedColumn("fermeture_technique", ("fermeture_technique", "date_fermeture_technique")),
    WantedColumn("lot", ("lot",), is_required=False),
    WantedColumn("bloques", ("nb_log_blocage_eligibilite",), is_required=False),
    WantedColumn("completude", ("prevision_completude*_premierpm",), is_required=False),
    WantedColumn("completude_fin", ("prevision_completude*_dernierpm",), is_required=False),
)


def parse(raw: RawFile) -> ParsedTable:
    """Read a schedule into the contract `cuivre`.

    A commercial closure after the technical one is kept and remarked (`DATES_INVERSEES`).

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, CUIVRE)
    ledger.read_all(read_records(raw, WANTED), _row)
    fold_arrondissements(
        ledger,
        {
            "fermeture_commerciale": earliest,
            "fermeture_technique": earliest,
            "fermeture_technique_fin": latest,
            "cuivre_lot": earliest,
            "locaux_bloques": total,
            "prevision_completude": earliest,
            "prevision_completude_fin": latest,
        },
    )
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row:
    """Make the row of one commune, or of one arrondissement."""
    code = read_code_insee(record["code_insee"], remark)
    commercial = read_date(record["fermeture_commerciale"])
    technical = read_date(record["fermeture_technique"])
    if commercial and technical and commercial > technical:
        said = f"fermeture commerciale ({commercial}) après la fermeture technique ({technical})"
        remark("DATES_INVERSEES", said)
    return {
        "code_insee": code,
        "fermeture_commerciale": commercial,
        "fermeture_technique": technical,
        "fermeture_technique_fin": technical,
        "cuivre_lot": _lot(record["lot"]),
        "locaux_bloques": _tried(read_count, record["bloques"], remark),
        "prevision_completude": _tried(read_date, record["completude"], remark),
        "prevision_completude_fin": _tried(read_date, record["completude_fin"], remark),
    }


def _lot(text: str) -> str | None:
    """Read the number of a lot, however it is written (`4`, `Lot 4`, `4.0`)."""
    found = re.search(r"[0-9]+", text)
    return found[0] if found else None


def _tried(read: Callable[[str], Value | None], text: str, remark: Remark) -> Value | None:
    """Read what is said beside the dates of closure; unreadable, it costs itself only."""
    try:
        return read(text)
    except UnusableValueError as refused:
        remark(refused.code, f"{refused.reason} : valeur absente")
        return None
