"""Contracts of the files that a territory keeps itself: activity, relay communes, survey.

Their columns are those of the files: the Table Schemas in `docs/schemas` are written from them.
"""

from __future__ import annotations

from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE

WORKSHOPS = ("atelier", "stage")
INFORMATION = "point_information"
DROP_INS = ("permanence", "rendez_vous")
ACTIVITY_KINDS = (*DROP_INS, *WORKSHOPS, INFORMATION)
LONGEST_HOURS = 24.0
# A row is one action, or the like ones of a day or of a course: more is a slip of the keyboard.
MOST_SESSIONS = 1_000
MOST_PARTICIPATIONS = 10_000
# Made when the file is read: no column of the file.
ACTION = "action"

ACTIVITE = TableContract(
    "activite",
    "Activité de médiation",
    "Une ligne par action tenue : permanence, rendez-vous, atelier, stage ou point d'information, "
    "dans la commune où elle a vraiment eu lieu.",
    ("code_insee", ACTION),
    (
        Column(
            ACTION,
            "string",
            "Action",
            "Ce qui distingue l'action des autres de sa commune : date, heure, type et lieu.",
        ),
        Column(
            "date",
            "date",
            "Date",
            "Jour de l'action, ou premier jour d'un stage.",
            when_merged="main",
        ),
        Column(
            "heure",
            "string",
            "Heure",
            "Heure de début ; elle distingue deux actions du même jour au même lieu.",
            nullable=True,
            null_rule="Non précisée.",
            pattern=r"([01]\d|2[0-3]):[0-5]\d",
        ),
        CODE_INSEE,
        Column(
            "lieu",
            "string",
            "Lieu",
            "Nom du lieu (médiathèque, mairie annexe…), sans nom de personne.",
            nullable=True,
            null_rule="Non précisé.",
        ),
        Column(
            "type",
            "string",
            "Type",
            "Permanence, rendez-vous, atelier, stage (plusieurs séances d'un même groupe) ou point "
            "d'information.",
            choices=ACTIVITY_KINDS,
        ),
        Column(
            "duree",
            "number",
            "Durée d'une séance",
            "Durée d'une séance, en heures.",
            "h",
            minimum=0,
            maximum=LONGEST_HOURS,
            when_merged="main",
        ),
        Column(
            "seances",
            "integer",
            "Séances",
            "Nombre de séances de cette durée que compte la ligne.",
            "séances",
            nullable=True,
            null_rule="Une seule séance.",
            minimum=1,
            maximum=MOST_SESSIONS,
            when_merged="main",
        ),
        Column(
            "participants",
            "integer",
            "Participations",
            "Participations, toutes séances de la ligne réunies.",
            "participations",
            nullable=True,
            null_rule="Non comptées.",
            minimum=0,
            maximum=MOST_PARTICIPATIONS,
            when_merged="main",
        ),
    ),
)

COMMUNES_RELAIS = TableContract(
    "communes_relais",
    "Communes relais",
    "Une ligne par commune du territoire, qu'elle soit relais ou non : une commune relais a signé "
    "une convention pour informer, orienter et inscrire ; elle ne donne pas d'heures d'aide.",
    ("code_insee",),
    (
        CODE_INSEE,
        Column(
            "date_convention",
            "date",
            "Convention signée le",
            "Jour de signature de la convention.",
            nullable=True,
            null_rule="Pas de convention : la commune n'est pas relais.",
            when_merged="earliest",
        ),
    ),
)


def answers(name: str, label: str, description: str) -> Column:
    """Declare a count of respondents that may be missing."""
    return Column(
        name,
        "integer",
        label,
        description,
        "répondants",
        nullable=True,
        null_rule="Question non posée.",
        minimum=0,
        when_merged="sum",
    )


ENQUETE = TableContract(
    "enquete",
    "Enquête locale",
    "Une ligne par commune enquêtée : des effectifs bruts, sans redressement.",
    ("code_insee",),
    (
        CODE_INSEE,
        Column(
            "repondants",
            "integer",
            "Répondants",
            "Personnes de la commune qui ont répondu.",
            "répondants",
            minimum=0,
            when_merged="sum",
        ),
        answers("en_difficulte", "En difficulté", "Répondants qui se disent en difficulté."),
        answers("sans_equipement", "Sans équipement", "Répondants sans ordinateur ni tablette."),
        answers("sans_connexion", "Sans connexion", "Répondants sans accès à internet chez eux."),
    ),
)
