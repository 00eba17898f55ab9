"""Contracts of the validated inputs of travel: tables of times, and where people live."""

from __future__ import annotations

from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE

LONGEST_MINUTES = 1440.0

TEMPS_TRAJET = TableContract(
    "temps_trajet",
    "Temps de trajet",
    "Une ligne par commune de départ et par destination : une commune, et le temps vaut pour tous "
    "ses lieux, ou un lieu désigné par son identifiant, dont le temps passe avant celui de sa "
    "commune.",
    ("code_insee", "destination"),
    (
        CODE_INSEE,
        Column(
            "destination",
            "string",
            "Destination",
            "Code d'une commune, ou identifiant d'un lieu (colonne id des lieux publiés).",
        ),
        Column(
            "minutes",
            "number",
            "Temps de trajet",
            "Durée du trajet, en minutes.",
            "min",
            nullable=True,
            null_rule="Aucun trajet possible.",
            minimum=0,
            maximum=LONGEST_MINUTES,
            when_merged="main",
        ),
        Column(
            "km",
            "number",
            "Distance du trajet",
            "Longueur du trajet ; elle sert à reconnaître une durée invraisemblable.",
            "km",
            nullable=True,
            null_rule="Non précisée.",
            minimum=0,
            when_merged="main",
        ),
    ),
)


def metres(name: str, label: str, description: str) -> Column:
    """Declare a coordinate in metres."""
    return Column(name, "number", label, description, "m", when_merged="main")


CARREAUX = TableContract(
    "carreaux",
    "Population par carreau (INSEE, Filosofi)",
    "Une ligne par carreau et par commune qu'il touche ; les habitants d'un carreau à cheval sont "
    "partagés à parts égales.",
    ("id", "code_insee"),
    (
        Column("id", "string", "Carreau", "Identifiant INSEE du carreau."),
        CODE_INSEE,
        Column(
            "people",
            "number",
            "Habitants",
            "Habitants du carreau comptés dans cette commune, estimation de l'INSEE.",
            "habitants",
            minimum=0,
            when_merged="sum",
        ),
        Column(
            "epsg",
            "integer",
            "Projection",
            "Code EPSG de la projection du carreau.",
            minimum=1,
            when_merged="main",
        ),
        metres("x_m", "Abscisse", "Abscisse du centre du carreau dans sa projection."),
        metres("y_m", "Ordonnée", "Ordonnée du centre du carreau dans sa projection."),
        Column(
            "size_m",
            "integer",
            "Côté",
            "Côté du carreau.",
            "m",
            minimum=200,
            maximum=1000,
            when_merged="main",
        ),
    ),
)
