"""Poverty rate by EPCI (INSEE, Filosofi): what stands in for the communes under secrecy.

Either the table of EPCI of the wide layout (`FILO2021_DISP_PAUVRES_EPCI.csv`), or the lines
`GEO_OBJECT = EPCI` of the long one, which the same archive as the communes holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from carto.tables.need_inputs import FILOSOFI_EPCI
from geodata.ledger import Ledger, Row
from geodata.reading.filosofi_long import is_long, read_territories
from geodata.reading.header import WantedColumn
from geodata.reading.records import BrokenRecord, Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_siren
from geodata.values.incomes import read_poverty_rate
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="filosofi_epci",
    producer="INSEE",
    title="Pauvreté des EPCI (Filosofi)",
    licence="Licence Ouverte 2.0",
    homepage="https://www.insee.fr/fr/statistiques/7756855",
)

WANTED = (
    WantedColumn("geo", ("CODGEO", "siren_epci", "EPCI")),
    WantedColumn("taux_pauvrete", ("TP60[0-9][0-9]", "taux_pauvrete")),
)
_TABLE_OF_POVERTY = re.compile(r"FILO\d{4}_DISP_PAUVRES_EPCI\.csv", re.IGNORECASE)


def parse(raw: RawFile) -> ParsedTable:
    """Read the poverty rates of the EPCI into the contract `filosofi_epci`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable EPCI.
    """
    ledger = Ledger(raw, FILOSOFI_EPCI)
    ledger.read_all(_records(raw), _row)
    return ledger.close()


def _records(raw: RawFile) -> Iterator[Record | BrokenRecord]:
    """Read the EPCI in either layout."""
    if is_long(raw):
        return read_territories(raw, "EPCI")
    return read_records(raw, WANTED, _TABLE_OF_POVERTY)


def _row(record: Record, remark: Remark) -> Row:
    """Make the row of one EPCI."""
    return {
        "siren_epci": read_siren(record["geo"], remark),
        "taux_pauvrete": read_poverty_rate(record["taux_pauvrete"], remark),
    }
