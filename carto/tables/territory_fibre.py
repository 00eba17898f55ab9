"""Contract of the fibre of territories by quarter, a complement of their tables."""

from __future__ import annotations

from carto.contracts import Column, TableContract
from carto.tables.inputs import LOCAUX, LOCAUX_RACCORDABLES, QUARTER
from carto.tables.places import SERIES
from carto.tables.rollup_columns import FIBRE_INFORMED_SHARE, total
from carto.tables.shared import LOCAUX_RESTANTS, TAUX

TERRITORY_TYPES = ("epci", "departement", "region", "france", "ept", "groupe")

TERRITORY_FIBRE = TableContract(
    "territory_fibre",
    "Fibre des territoires par trimestre",
    "Une ligne par territoire, par série et par trimestre où une de ses communes au moins a un "
    "taux : somme des locaux raccordables sur somme des locaux des communes informées, dans les "
    "limites d'aujourd'hui.",
    ("type", "code", "series", "quarter"),
    (
        Column("type", "string", "Type", "Type de territoire.", choices=TERRITORY_TYPES),
        Column(
            "code",
            "string",
            "Code",
            "SIREN, code du département ou de la région, identifiant du groupe ; FR pour la "
            "France.",
        ),
        SERIES,
        QUARTER,
        total(LOCAUX),
        total(LOCAUX_RACCORDABLES),
        total(LOCAUX_RESTANTS),
        TAUX,
        FIBRE_INFORMED_SHARE,
    ),
)
