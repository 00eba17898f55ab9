"""Population by age (INSEE, census base « évolution et structure de la population »).

Columns carry the two digits of the year: `P22_POP`, `P22_POP65P`. Figures are estimates, with
decimals. Classes of age (`P22_POP1529`…) are read when the file has them. The archive also holds a
table `…-COM.CSV`, which is that of the overseas collectivities.
"""

from __future__ import annotations

import re

from carto.tables.need_inputs import STRUCTURE_POPULATION
from geodata.census import CensusBase, parse_census
from geodata.reading.header import WantedColumn
from geodata.source import ParsedTable, RawFile, SourceDescription

DESCRIPTION = SourceDescription(
    id="structure_population",
    producer="INSEE",
    title="Évolution et structure de la population",
    licence="Licence Ouverte 2.0",
    homepage="https://www.insee.fr/fr/statistiques/8581696",
)

BASE = CensusBase(
    contract=STRUCTURE_POPULATION,
    table=re.compile(r"base-cc-evol-struct-pop-\d{4}\.csv", re.IGNORECASE),
    whole=WantedColumn("people_count", ("P[0-9][0-9]_POP",)),
    part=WantedColumn("people_65_count", ("P[0-9][0-9]_POP65P",)),
    classes={
        "people_15_29_count": (("POP1529",),),
        "people_30_44_count": (("POP3044",),),
        "people_45_59_count": (("POP4559",),),
        "people_60_74_count": (("POP6074",),),
        "people_75_count": (("POP75P",), ("POP7589", "POP90P")),
    },
)


def parse(raw: RawFile) -> ParsedTable:
    """Read the table, alone or in its archive, into the contract `structure_population`.

    Raises
    ------
    SourceError
        When the file is not such a table, is that of the overseas collectivities, or has no
        usable row.
    """
    return parse_census(raw, BASE)
