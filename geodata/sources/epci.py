"""Membership of communes in EPCI à fiscalité propre (DGCL), from the yearly xlsx or a CSV of it.

A commune that belongs to no EPCI (four islands) has no row. The établissements publics
territoriaux of the Grand Paris are another layer and are not read here.
"""

from __future__ import annotations

from carto.tables.inputs import EPCI_MEMBERS
from geodata.ledger import Ledger, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee, read_siren
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="epci",
    producer="DGCL",
    title="Composition des EPCI à fiscalité propre",
    licence="Licence Ouverte",
    homepage="https://www.collectivites-locales.gouv.fr/",
)

WANTED = (
    WantedColumn("code_insee", ("insee", "code_insee", "INSEE_COM", "CODGEO")),
    WantedColumn("siren_epci", ("siren", "siren_epci", "EPCI")),
    WantedColumn("nom_epci", ("raison_sociale", "nom_epci", "LIBEPCI")),
    WantedColumn("nature_juridique", ("nature_juridique", "NATURE_EPCI"), is_required=False),
)


def parse(raw: RawFile) -> ParsedTable:
    """Read a table of members into the contract `epci`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, EPCI_MEMBERS)
    ledger.read_all(read_records(raw, WANTED), _row)
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row:
    """Make the row of one member."""
    code = read_code_insee(record["code_insee"], remark)
    siren = read_siren(record["siren_epci"], remark)
    if not record["nom_epci"]:
        raise UnusableValueError("NOM_ABSENT", f"EPCI {siren} sans nom")
    return {
        "code_insee": code,
        "siren_epci": siren,
        "nom_epci": record["nom_epci"],
        "nature_juridique": record["nature_juridique"] or None,
    }
