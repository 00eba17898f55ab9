"""Contract of the contributions: what each place within reach adds to a commune's supply."""

from __future__ import annotations

from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE
from carto.tables.shared import HOURS_RATE_UNIT

CONTRIBUTIONS = TableContract(
    "contributions",
    "Apport de chaque lieu à chaque commune",
    "Une ligne par commune publiée et par lieu qui compte dans son offre accessible.",
    ("code_insee", "site_id"),
    (
        CODE_INSEE,
        Column("site_id", "string", "Lieu", "Identifiant du lieu."),
        Column(
            "km", "number", "Distance", "À vol d'oiseau, en projection légale.", "km", minimum=0
        ),
        Column("minutes", "number", "Temps d'accès", "Temps de trajet retenu.", "min", minimum=0),
        Column("weight", "number", "Poids", "Poids du lieu pour la commune.", minimum=0, maximum=1),
        Column(
            "hours_per_week",
            "number",
            "Heures par semaine",
            "Heures du lieu par semaine, estimées quand elles sont inconnues.",
            "h par semaine",
            minimum=0,
        ),
        Column(
            "people",
            "number",
            "Habitants qui se le partagent (pondérés)",
            "Somme, sur les communes qui atteignent le lieu, de leurs habitants standardisés fois "
            "le poids du lieu pour elles.",
            "habitants",
            minimum=0,
        ),
        Column(
            "accessibility",
            "number",
            "Apport",
            "Part de l'offre accessible de la commune qui vient de ce lieu : poids × heures par "
            "semaine × 1 000 ÷ habitants qui se le partagent. La somme des apports est la borne "
            "haute de l'offre accessible.",
            HOURS_RATE_UNIT,
            minimum=0,
        ),
    ),
)
