"""Permanences of the conseillers numériques (ANCT): a table in the standard v0, or the API's JSON.

A permanence is a service held in a place. The counsellors themselves (`aidants`: name, mail,
telephone) are never read.
"""

from __future__ import annotations

from geodata.ledger import Row
from geodata.mediation_v0 import WANTED, to_v1
from geodata.reading.contents import first_bytes
from geodata.reading.objects import SEPARATOR, is_json, read_objects
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.standard_places import Describing, parse_places, read_place
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="conseillers_numeriques",
    producer="ANCT",
    title="Permanences des conseillers numériques",
    licence="Licence Ouverte 2.0",
    homepage="https://www.data.gouv.fr/fr/datasets/conseillers-numeriques-france-services/",
)


def parse(raw: RawFile) -> ParsedTable:
    """Read the permanences into the contract `sites`, as points of service.

    Raises
    ------
    SourceError
        When the file is neither such a table nor such an array, or has no usable row.
    """
    describing = Describing("conseillers_numeriques", raw.date, kind="point_de_service")

    def row(record: Record, remark: Remark) -> Row:
        # In the JSON several values are a list, in the table they are one text.
        cells = {name: text.replace(SEPARATOR, ";") for name, text in record.values.items()}
        return read_place(to_v1(cells), describing, remark)

    read = read_objects if is_json(first_bytes(raw)) else read_records
    return parse_places(raw, read(raw, WANTED), row)
