"""Density class of communes (INSEE, grille communale de densité à 7 niveaux, yearly xlsx).

Four lines of titles stand above the header of the workbook.
"""

from __future__ import annotations

from carto.tables.zoning import GRILLE_DENSITE
from carto.vocabulary import DENSITY_WORDS
from geodata.arrondissements import commune_of_arrondissement
from geodata.ledger import Ledger, MergedInto, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="grille_densite",
    producer="INSEE",
    title="Grille communale de densité à 7 niveaux",
    licence="Licence Ouverte 2.0",
    homepage="https://www.insee.fr/fr/information/6439600",
)

WANTED = (
    WantedColumn("code_insee", ("CODGEO", "code_insee")),
    WantedColumn("densite_classe", ("DENS", "DENS7", "densite_classe")),
)


def parse(raw: RawFile) -> ParsedTable:
    """Read the grid into the contract `grille_densite`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, GRILLE_DENSITE)
    ledger.read_all(read_records(raw, WANTED), _row)
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row | MergedInto:
    """Make the row of one commune."""
    code = read_code_insee(record["code_insee"], remark)
    if commune := commune_of_arrondissement(code):
        return MergedInto(commune, "ARRONDISSEMENT", "classe d'un arrondissement, non reprise")
    found = record["densite_classe"].strip().removesuffix(".0")
    if found not in DENSITY_WORDS:
        reason = f"« {found} » n'est pas une classe de 1 à 7" if found else "classe absente"
        raise UnusableValueError("CLASSE_INCONNUE", reason)
    return {"code_insee": code, "densite_classe": found}
