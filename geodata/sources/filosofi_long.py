"""Median standard of living and poverty rate by commune (INSEE, Filosofi), in the long layout.

Used by INSEE since the figures of 2023, which are a new series: they do not compare with earlier
ones.
"""

from __future__ import annotations

from carto.tables.need_inputs import FILOSOFI
from geodata.arrondissements import commune_of_arrondissement
from geodata.ledger import Ledger, MergedInto, Row
from geodata.reading.filosofi_long import is_long, read_territories
from geodata.reading.records import Record
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.incomes import read_median, read_poverty_rate
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="filosofi",
    producer="INSEE",
    title="Niveau de vie et pauvreté des communes (Filosofi)",
    licence="Licence Ouverte 2.0",
    homepage="https://www.insee.fr/fr/statistiques/8984752",
)


def recognises(raw: RawFile) -> bool:
    """Whether the file has the long layout."""
    return is_long(raw)


def parse(raw: RawFile) -> ParsedTable:
    """Read the lines of the communes (`GEO_OBJECT = COM`) into the contract `filosofi`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable commune.
    """
    ledger = Ledger(raw, FILOSOFI)
    ledger.read_all(read_territories(raw, "COM"), _row)
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row | MergedInto:
    """Make the row of one commune."""
    code = read_code_insee(record["geo"], remark)
    if commune := commune_of_arrondissement(code):
        return MergedInto(commune, "ARRONDISSEMENT", "revenus d'un arrondissement, non repris")
    return {
        "code_insee": code,
        "niveau_vie_median": read_median(record["niveau_vie_median"]),
        "taux_pauvrete": read_poverty_rate(record["taux_pauvrete"], remark),
    }
