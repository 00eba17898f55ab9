"""Relay communes of a territory, in a layout of ours: `code_insee;date_convention`.

Every commune of the territory has a row; the date is empty where no convention was signed.
"""

from __future__ import annotations

from carto.tables.local_inputs import COMMUNES_RELAIS
from geodata.ledger import Ledger, Row
from geodata.local_records import read_local_records, read_past_date
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="communes_relais",
    producer="Territoire",
    title="Communes relais du territoire",
    licence="Fichier local, au choix de son territoire",
    homepage="",
)

WANTED = (
    WantedColumn("code_insee", ("code_insee", "code insee", "insee", "code commune")),
    WantedColumn("date_convention", ("date_convention", "date convention", "convention signée le")),
)
SHOWN = ("code_insee", "date_convention")


def parse(raw: RawFile) -> ParsedTable:
    """Read the list into the contract `communes_relais`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, COMMUNES_RELAIS)

    def row(record: Record, remark: Remark) -> Row:
        return {
            "code_insee": read_code_insee(record["code_insee"], remark),
            "date_convention": read_past_date(record["date_convention"], raw),
        }

    ledger.read_all(read_local_records(raw, WANTED, SHOWN), row)
    return ledger.close()
