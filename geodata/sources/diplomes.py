"""Diplomas of those who left school (INSEE, census base « diplômes - formation »).

Columns carry the two digits of the year: `P22_NSCOL15P`, `P22_NSCOL15P_DIPLMIN` (no diploma,
or a primary school certificate). Figures are estimates, with decimals. The archive also holds a
table `…-COM.CSV`, which is that of the overseas collectivities.
"""

from __future__ import annotations

import re

from carto.tables.need_inputs import DIPLOMES
from geodata.census import CensusBase, parse_census
from geodata.reading.header import WantedColumn
from geodata.source import ParsedTable, RawFile, SourceDescription

DESCRIPTION = SourceDescription(
    id="diplomes",
    producer="INSEE",
    title="Diplômes et formation de la population",
    licence="Licence Ouverte 2.0",
    homepage="https://www.insee.fr/fr/statistiques/8581488",
)

BASE = CensusBase(
    contract=DIPLOMES,
    table=re.compile(r"base-cc-diplomes-formation-\d{4}\.csv", re.IGNORECASE),
    whole=WantedColumn("people_out_of_school_count", ("P[0-9][0-9]_NSCOL15P",)),
    part=WantedColumn("people_without_diploma_count", ("P[0-9][0-9]_NSCOL15P_DIPLMIN",)),
)


def parse(raw: RawFile) -> ParsedTable:
    """Read the table, alone or in its archive, into the contract `diplomes`.

    Raises
    ------
    SourceError
        When the file is not such a table, is that of the overseas collectivities, or has no
        usable row.
    """
    return parse_census(raw, BASE)
