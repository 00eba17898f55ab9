"""Code officiel géographique (INSEE): the communes of the year, and what lives inside them.

Only the rows of type COM are communes. Arrondissements of Paris, Lyon and Marseille (ARM),
communes déléguées (COMD) and associées (COMA) are kept as what they are: many of them have the code
of the commune they belong to.
"""

from __future__ import annotations

from carto.tables.geography import COG, COMMUNE_TYPES
from geodata.ledger import Ledger, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="cog",
    producer="INSEE",
    title="Code officiel géographique : communes",
    licence="Licence Ouverte 2.0",
    homepage="https://www.insee.fr/fr/information/8740222",
)

WANTED = (
    WantedColumn("type_commune", ("TYPECOM",)),
    WantedColumn("code_insee", ("COM",)),
    WantedColumn("departement", ("DEP",)),
    WantedColumn("nom", ("LIBELLE",)),
    WantedColumn("commune_mere", ("COMPARENT",)),
)


def parse(raw: RawFile) -> ParsedTable:
    """Read the list of communes (`v_commune_AAAA.csv`) into the contract `cog`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, COG)
    ledger.read_all(read_records(raw, WANTED), _row)
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row:
    """Make the row of one commune."""
    type_commune = record["type_commune"]
    if type_commune not in COMMUNE_TYPES:
        raise UnusableValueError("TYPE_INCONNU", f"« {type_commune} » n'est pas un type de commune")
    code = read_code_insee(record["code_insee"], remark)
    if not record["nom"]:
        raise UnusableValueError("NOM_ABSENT", f"commune {code} sans nom")
    mother = record["commune_mere"]
    return {
        "code_insee": code,
        "type_commune": type_commune,
        "nom": record["nom"],
        "departement": record["departement"] or None,
        "commune_mere": read_code_insee(mother, remark) if mother else None,
    }
