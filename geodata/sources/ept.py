"""Établissements publics territoriaux of the métropole du Grand Paris (INSEE, yearly xlsx).

The workbook lists every commune of France; those of no EPT, Paris among them, have the code
`ZZZZZZZZZ`: their EPT is missing.
"""

from __future__ import annotations

from carto.tables.zoning import EPT
from geodata.ledger import Ledger, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee, read_siren
from geodata.values.numbers import is_missing
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="ept",
    producer="INSEE",
    title="Composition des établissements publics territoriaux du Grand Paris",
    licence="Licence Ouverte 2.0",
    homepage="https://www.insee.fr/fr/information/2510634",
)

WANTED = (
    WantedColumn("code_insee", ("CODGEO", "code_insee")),
    WantedColumn("siren_ept", ("EPT", "siren_ept")),
    WantedColumn("nom_ept", ("LIBEPT", "nom_ept")),
)
_NONE = "ZZZZZZZZZ"


def parse(raw: RawFile) -> ParsedTable:
    """Read the composition of the EPT into the contract `ept`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, EPT)
    ledger.read_all(read_records(raw, WANTED), _row)
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row:
    """Make the row of one commune."""
    code = read_code_insee(record["code_insee"], remark)
    if record["siren_ept"] == _NONE or is_missing(record["siren_ept"]):
        return {"code_insee": code, "siren_ept": None, "nom_ept": None}
    siren = read_siren(record["siren_ept"], remark)
    if not record["nom_ept"]:
        raise UnusableValueError("NOM_ABSENT", f"EPT {siren} sans nom")
    return {"code_insee": code, "siren_ept": siren, "nom_ept": record["nom_ept"]}
