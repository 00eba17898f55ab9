"""Structures habilitated by Aidants Connect (ANCT), as its Metabase exports them.

A row is an employer, which does not always receive the public, and has no coordinates. The export
writes a SIRET as a number (`13002603200016.0`). Counts of users and procedures are not read.
"""

from __future__ import annotations

from geodata.ledger import Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.standard_places import Describing, parse_places, read_place
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="aidants_connect",
    producer="ANCT",
    title="Structures habilitées Aidants Connect",
    licence="Licence à confirmer",
    homepage="https://aidantsconnect.beta.gouv.fr/",
)

WANTED = (
    WantedColumn("id", ("ID",)),
    WantedColumn("nom", ("Name",)),
    WantedColumn("is_active", ("Is Active",)),
    WantedColumn("code_insee", ("City Insee Code",)),
    WantedColumn("adresse", ("Address",)),
    WantedColumn("code_postal", ("Zip Code",)),
    WantedColumn("pivot", ("Siret",)),
    WantedColumn("commune", ("City",)),
    WantedColumn("is_france_services", ("France Services Label",), is_required=False),
)
_INACTIVE = ("false", "faux", "0")


def parse(raw: RawFile) -> ParsedTable:
    """Read the active structures into the contract `sites`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    describing = Describing("aidants_connect", raw.date, kind="structure", has_positions=False)

    def row(record: Record, remark: Remark) -> Row:
        if record["is_active"].casefold() in _INACTIVE:
            reason = f"structure {record['id'][:40]} notée inactive (Is Active = false)"
            raise UnusableValueError("STRUCTURE_INACTIVE", reason)
        programmes = ["Aidants Connect"]
        if record["is_france_services"].casefold() == "true":
            programmes.append("France Services")
        cells = {
            **record.values,
            "dispositif_programmes_nationaux": "|".join(programmes),
            "services": "Aide aux démarches administratives",
            "modalites_accompagnement": "Accompagnement individuel",
        }
        return read_place(cells, describing, remark)

    return parse_places(raw, read_records(raw, WANTED), row)
