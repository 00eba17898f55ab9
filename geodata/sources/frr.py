"""Communes classed France Ruralités Revitalisation (DGCL), or the API of the Observatoire.

The list of the DGCL says the class of every commune in words. The API of the Observatoire des
territoires gives a number instead, -9999 for a commune that is not classed; what its other numbers
mean is not published with it, so that they only say that the commune is classed.
"""

from __future__ import annotations

from carto.tables.zoning import FRR
from geodata.arrondissements import commune_of_arrondissement
from geodata.ledger import Ledger, MergedInto, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="frr",
    producer="DGCL",
    title="Communes classées France Ruralités Revitalisation (FRR et FRR+)",
    licence="Licence Ouverte 2.0",
    homepage="https://www.data.gouv.fr/fr/datasets/zonage-france-ruralites-revitalisation-frr/",
)

WANTED = (
    WantedColumn("code_insee", ("Code_insee", "codgeo", "INSEE_COM")),
    WantedColumn("classement", ("Classement FRR*", "codefrr", "classement_frr")),
)
_CLASSES = {
    "non classée": "non_classee",
    "frr socle": "frr_socle",
    "frr+": "frr_plus",
    "frr bénéficiaire": "frr_beneficiaire",
    "classée frr partiellement": "frr_partiel",
    "frr bénéficiaire partiellement": "frr_beneficiaire_partiel",
    "-9999": "non_classee",
} | dict.fromkeys("12345", "frr_sans_precision")


def parse(raw: RawFile) -> ParsedTable:
    """Read a list of classes into the contract `frr`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, FRR)
    ledger.read_all(read_records(raw, WANTED), _row)
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row | MergedInto:
    """Make the row of one commune."""
    code = read_code_insee(record["code_insee"], remark)
    if commune := commune_of_arrondissement(code):
        return MergedInto(commune, "ARRONDISSEMENT", "classement d'un arrondissement, non repris")
    words = " ".join(record["classement"].split())
    if words.casefold() not in _CLASSES:
        reason = f"« {words} » n'est pas un classement FRR" if words else "classement absent"
        raise UnusableValueError("CLASSEMENT_INCONNU", reason)
    return {"code_insee": code, "classement_frr": _CLASSES[words.casefold()]}
