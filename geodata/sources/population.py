"""Legal municipal populations (INSEE), one row per commune.

The column is `PMUN`; its neighbours `PCAP` and `PTOT` count other people and are not read. The
files of Mayotte and of the collectivités d'outre-mer have no code of commune in one column (`COM`
is the name there, or empty): it is made of the département and of the number in it, whose first
digit is the third of the département (976 and 601 make 97601). INSEE's archive of all levels is
read too, its table of communes alone.
"""

from __future__ import annotations

import re

from carto.tables.inputs import POPULATION
from geodata.arrondissements import add_up
from geodata.ledger import Ledger, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.numbers import read_count
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="population",
    producer="INSEE",
    title="Populations de référence des communes",
    licence="Licence Ouverte 2.0",
    homepage="https://www.insee.fr/fr/statistiques/8680726",
)

WANTED = (
    WantedColumn("code_insee", ("COM", "CODGEO", "code_insee", "INSEE_COM", "insee")),
    WantedColumn("departement", ("DEP",), is_required=False),
    WantedColumn("numero", ("CODCOM",), is_required=False),
    WantedColumn("population", ("PMUN", "PMUN_20??", "PMUN??", "population")),
)

_MEMBER = re.compile(r"(?i)donnees_communes\.csv")


def parse(raw: RawFile) -> ParsedTable:
    """Read a table of populations into the contract `population`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, POPULATION)
    ledger.read_all(read_records(raw, WANTED, _MEMBER), _row)
    add_up(ledger, ("population",))
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row:
    """Make the row of one commune."""
    code = read_code_insee(_code(record), remark)
    population = read_count(record["population"])
    if population is None:
        raise UnusableValueError("POPULATION_ABSENTE", f"commune {code} sans population")
    return {"code_insee": code, "population": population}


def _code(record: Record) -> str:
    """Code of the commune as written, or made of its département and its number there."""
    written = record["code_insee"]
    if record["numero"] and not any(character.isdigit() for character in written):
        return record["departement"][:2] + record["numero"].zfill(3)
    return written
