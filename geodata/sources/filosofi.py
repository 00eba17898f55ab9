"""Median standard of living by commune (INSEE, Filosofi).

The median is `Q2` followed by the two digits of the year (`Q219` for 2019). Small communes are not
published (statistical secrecy): their median is missing, and so are communes without a row.
"""

from __future__ import annotations

from carto.tables.inputs import FILOSOFI
from geodata.arrondissements import commune_of_arrondissement
from geodata.ledger import Ledger, MergedInto, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.numbers import read_number
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="filosofi",
    producer="INSEE",
    title="Niveau de vie médian des communes (Filosofi)",
    licence="Licence Ouverte 2.0",
    homepage="https://www.insee.fr/fr/statistiques/7756855",
)

WANTED = (
    WantedColumn("code_insee", ("CODGEO", "code_insee", "COM", "INSEE_COM", "insee")),
    WantedColumn("niveau_vie_median", ("Q2[0-9][0-9]", "MED[0-9][0-9]", "niveau_vie_median")),
)


def parse(raw: RawFile) -> ParsedTable:
    """Read a table of medians (€ a year per consumption unit) into the contract `filosofi`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, FILOSOFI)
    ledger.read_all(read_records(raw, WANTED), _row)
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row | MergedInto:
    """Make the row of one commune."""
    code = read_code_insee(record["code_insee"], remark)
    if commune := commune_of_arrondissement(code):
        return MergedInto(commune, "ARRONDISSEMENT", "médiane d'un arrondissement, non reprise")
    median = read_number(record["niveau_vie_median"])
    if median is not None and median < 1:
        raise UnusableValueError("NOMBRE_HORS_LIMITES", f"niveau de vie de {median:g} € par an")
    return {"code_insee": code, "niveau_vie_median": median}
