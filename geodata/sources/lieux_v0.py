"""Places of digital mediation in the national standard v0 (values joined by `;`, older names)."""

from __future__ import annotations

from geodata.ledger import Row
from geodata.mediation_v0 import WANTED, to_v1
from geodata.reading.contents import first_bytes
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.standard_places import Describing, parse_places, read_place
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="lieux",
    producer="ANCT et partenaires",
    title="Lieux de médiation numérique (norme nationale)",
    licence="Licence Ouverte 2.0",
    homepage="https://www.data.gouv.fr/fr/organizations/"
    "cartographie-nationale-des-lieux-de-mediation-numerique/",
)

_ONLY_IN_V0 = (b"labels_nationaux", b"conditions_acces", b"publics_accueillis")


def recognises(raw: RawFile) -> bool:
    """Whether the first line names a field that only v0 has, and no map says otherwise."""
    header = first_bytes(raw).partition(b"\n")[0].lower()
    return raw.columns is None and any(name in header for name in _ONLY_IN_V0)


def parse(raw: RawFile) -> ParsedTable:
    """Read places in the standard v0 into the contract `sites`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    describing = Describing("lieux", raw.date)

    def row(record: Record, remark: Remark) -> Row:
        return read_place(to_v1(record.values), describing, remark)

    return parse_places(raw, read_records(raw, WANTED), row)
