"""Carte fibre of ARCEP: premises and connectable premises of each commune, one quarter.

`Locaux` is ARCEP's best estimate of premises (homes and workplaces); `ftth` counts those where an
operator can sell a fibre access at once. The rate is not read: it is computed from its two parts.
Premises under construction and the zone of the rollout are read when the file has them.
The file is a CSV, or the shapefile in its zip, of which only the attributes are read.
"""

from __future__ import annotations

import re

from carto.quarters import quarter_of
from carto.tables.inputs import FIBRE
from geodata.arrondissements import add_up, commune_of_arrondissement, has_arrondissements
from geodata.ledger import Ledger, Row
from geodata.premises import UNDER_CONSTRUCTION, read_zone, require_possible
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.numbers import is_missing, read_count
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="fibre",
    producer="ARCEP",
    title="Carte fibre : déploiement de la fibre par commune",
    licence="Licence Ouverte 1.0",
    homepage=(
        "https://www.data.gouv.fr/fr/datasets/"
        "le-marche-du-haut-et-tres-haut-debit-fixe-deploiements/"
    ),
)

WANTED = (
    WantedColumn("code_insee", ("INSEE_COM", "code_insee", "CODGEO", "insee")),
    WantedColumn("arrondissement", ("INSEE_AR", "INSEE_ARM"), is_required=False),
    WantedColumn("locaux", ("Locaux",)),
    WantedColumn("locaux_raccordables", ("ftth", "locaux_raccordables")),
    UNDER_CONSTRUCTION,
    WantedColumn("zone", ("zone", "zone_fibre"), is_required=False),
)
_MEMBER = re.compile(r"(?i).+\.(dbf|csv)")


def parse(raw: RawFile) -> ParsedTable:
    """Read one quarter of the Carte fibre into the contract `fibre`.

    The quarter is that of the date of the source (2026-06-30 → `2026-T2`). Rows of arrondissements
    are added up into Paris, Lyon and Marseille.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    quarter = quarter_of(raw.date)
    ledger = Ledger(raw, FIBRE)
    ledger.read_all(
        read_records(raw, WANTED, _MEMBER),
        lambda record, remark: _row(record, remark) | {"quarter": quarter},
    )
    add_up(ledger, ("locaux", "locaux_raccordables", "locaux_en_construction"))
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row:
    """Make the row of one commune, without its quarter."""
    arrondissement = record["arrondissement"]
    is_arrondissement = commune_of_arrondissement(arrondissement) is not None
    code = read_code_insee(arrondissement if is_arrondissement else record["code_insee"], remark)
    if has_arrondissements(code) and not (is_missing(arrondissement) or arrondissement == code):
        said = f"« {arrondissement} » n'est pas un arrondissement de la commune {code}"
        raise UnusableValueError("CODE_INVALIDE", said)
    locaux = read_count(record["locaux"], dash_is_zero=True)
    raccordables = read_count(record["locaux_raccordables"], dash_is_zero=True)
    require_possible(locaux, raccordables, remark)
    return {
        "code_insee": code,
        "locaux": locaux,
        "locaux_raccordables": raccordables,
        "locaux_en_construction": read_count(record["locaux_en_construction"], dash_is_zero=True),
        "zone_fibre": read_zone(record["zone"], remark),
    }
