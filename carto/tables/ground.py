"""Contracts of the ground of plans: every commune and place that counts, also those around."""

from __future__ import annotations

from carto.codes import DEPARTEMENT_PATTERN
from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE
from carto.tables.shared import DEMAND, POPULATION

X_M = Column("x_m", "number", "Abscisse", "Dans la projection légale du département.", "m")
Y_M = Column("y_m", "number", "Ordonnée", "Dans la projection légale du département.", "m")
LANDMASS = Column(
    "landmass",
    "string",
    "Terre",
    "Terre que les routes relient : continent, île ou collectivité d'outre-mer. Aucune route ne "
    "mène d'une terre à une autre.",
)

GROUND_COMMUNES = TableContract(
    "ground_communes",
    "Communes qui comptent pour un scénario",
    "Une ligne par commune du périmètre ou de ses abords : leurs habitants se partagent les mêmes "
    "lieux. Celles des abords ne sont pas publiées ailleurs quand elles sont hors du périmètre.",
    ("code_insee",),
    (
        CODE_INSEE,
        Column("nom", "string", "Commune", "Nom officiel de la commune."),
        Column("departement", "string", "Département", "Code.", pattern=DEPARTEMENT_PATTERN),
        POPULATION,
        DEMAND,
        X_M,
        Y_M,
        LANDMASS,
        Column(
            "floor_km",
            "number",
            "Distance dans la commune",
            "Distance moyenne que parcourt un habitant dans sa commune, plancher de tout trajet.",
            "km",
            minimum=0,
        ),
    ),
)

GROUND_PLACES = TableContract(
    "ground_places",
    "Lieux qui comptent pour un scénario",
    "Une ligne par lieu qui compte dans l'offre, dans le périmètre ou autour ; le reste est dans "
    "la table des lieux.",
    ("id",),
    (
        Column("id", "string", "Lieu", "Identifiant du lieu."),
        X_M,
        Y_M,
        LANDMASS,
        Column(
            "hours_per_year",
            "number",
            "Heures par an",
            "Heures d'ouverture par an qui comptent dans l'offre, estimées quand elles sont "
            "inconnues.",
            "h par an",
            minimum=0,
        ),
        Column(
            "is_demand_known",
            "boolean",
            "Demande connue autour",
            "Vrai si les habitants de toutes les communes qui atteignent le lieu sont connus ; "
            "sinon l'offre qui en vient n'est qu'encadrée.",
        ),
    ),
)
