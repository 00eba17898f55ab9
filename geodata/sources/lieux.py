"""Places of digital mediation in the national standard v1 (32 columns, values joined by `|`).

The national file gathers several lists, and says which one each row comes from: a permanence of a
conseiller numérique is a service held in a place, a structure of Aidants Connect is an employer.
"""

from __future__ import annotations

from dataclasses import replace

from geodata.ledger import Row
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.standard_places import Describing, parse_places, read_place, wanted_fields
from geodata.values.listed_values import folded
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="lieux",
    producer="ANCT et partenaires",
    title="Lieux de médiation numérique (norme nationale)",
    licence="Licence Ouverte 2.0",
    homepage="https://www.data.gouv.fr/fr/organizations/"
    "cartographie-nationale-des-lieux-de-mediation-numerique/",
)

# What the rows of a list are, by the folded name that its field `source` gives it.
_KINDS = {
    "conseillernumerique": "point_de_service",
    "conseillersnumeriques": "point_de_service",
    "aidantsconnect": "structure",
}


def parse(raw: RawFile) -> ParsedTable:
    """Read places in the standard v1 into the contract `sites`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    describing = Describing("lieux", raw.date)

    def row(record: Record, remark: Remark) -> Row:
        kind = _KINDS.get(folded(record["source"]), "lieu")
        return read_place(record.values, replace(describing, kind=kind), remark)

    return parse_places(raw, read_records(raw, wanted_fields()), row)
