"""Columns that communes take from local files: activity held there, relay communes, survey."""

from __future__ import annotations

from carto.contracts import Column
from carto.tables.shared import optional, share

_NO_ACTIVITY = "Aucune activité fournie pour la commune."
_SMALL = "Moins de 11 répondants, d'un côté ou de l'autre, ou commune non enquêtée."

ATELIERS_COUNT = optional(
    "ateliers_count",
    "integer",
    "Ateliers et stages",
    "Ateliers et stages tenus dans la commune pendant la période du fichier d'activité ; un stage "
    "de plusieurs séances compte une fois.",
    _NO_ACTIVITY,
    "actions",
    0,
)
ATELIERS_HEURES = optional(
    "ateliers_heures",
    "number",
    "Heures d'ateliers",
    "Heures d'ateliers, de stages et de points d'information tenus dans la commune, à leur lieu "
    "réel, pendant la période du fichier d'activité.",
    _NO_ACTIVITY,
    "h",
    0,
)
POINTS_INFORMATION_COUNT = optional(
    "points_information_count",
    "integer",
    "Points d'information",
    "Points d'information tenus dans la commune pendant la période du fichier d'activité.",
    _NO_ACTIVITY,
    "actions",
    0,
)
PERMANENCES_HEURES = optional(
    "permanences_heures",
    "number",
    "Heures de permanences",
    "Heures de permanences et de rendez-vous tenus dans la commune pendant la période du fichier "
    "d'activité.",
    _NO_ACTIVITY,
    "h",
    0,
)
PARTICIPATIONS_COUNT = optional(
    "participations_count",
    "integer",
    "Participations",
    "Participations à toutes ces actions : une personne venue trois fois compte trois fois.",
    "Aucune activité fournie, ou une action sans participations comptées.",
    "participations",
    0,
)
SEANCES_HEURES_PAR_AN = optional(
    "seances_heures_par_an",
    "number",
    "Heures de séances par an",
    "Heures de toutes les actions tenues dans la commune (permanences, rendez-vous, ateliers, "
    "stages, points d'information), par année civile que couvre le fichier d'activité.",
    _NO_ACTIVITY,
    "heures par an",
    0,
)
IS_COMMUNE_RELAIS = optional(
    "is_commune_relais",
    "boolean",
    "Commune relais",
    "Vrai si la commune a signé une convention de commune relais : elle informe et oriente, sans "
    "heures d'aide.",
    "Commune absente de la liste fournie.",
)
RELAIS_DATE = optional(
    "relais_date",
    "date",
    "Relais depuis",
    "Jour de signature de la convention.",
    "La commune n'est pas relais, ou n'est pas dans la liste fournie.",
)


def surveyed(name: str, label: str, description: str) -> Column:
    """Declare a count of respondents, not published when it is small."""
    return optional(name, "integer", label, description, _SMALL, "répondants", 0)


ENQUETE_COLUMNS = (
    surveyed(
        "enquete_repondants_count",
        "Enquête : répondants",
        "Personnes qui ont répondu à l'enquête locale ; sans redressement.",
    ),
    surveyed(
        "enquete_en_difficulte_count",
        "Enquête : en difficulté",
        "Répondants qui se disent en difficulté avec le numérique.",
    ),
    surveyed(
        "enquete_sans_equipement_count",
        "Enquête : sans équipement",
        "Répondants sans ordinateur ni tablette.",
    ),
    surveyed(
        "enquete_sans_connexion_count",
        "Enquête : sans connexion",
        "Répondants sans accès à internet chez eux.",
    ),
)
LOCAL_COLUMNS = (
    *(ATELIERS_COUNT, ATELIERS_HEURES, POINTS_INFORMATION_COUNT, PERMANENCES_HEURES),
    *(PARTICIPATIONS_COUNT, SEANCES_HEURES_PAR_AN, IS_COMMUNE_RELAIS, RELAIS_DATE),
    *ENQUETE_COLUMNS,
)

LOCAL_ROLLUPS = (
    ATELIERS_COUNT,
    ATELIERS_HEURES,
    PERMANENCES_HEURES,
    SEANCES_HEURES_PAR_AN,
    share(
        "seances_etp_share",
        "Temps de travail en séances",
        "Part du temps de travail des médiateurs du territoire (1 607 heures par équivalent temps "
        "plein) que prennent les séances du fichier d'activité.",
        "Activité ou temps de travail non fournis, ou séances plus longues que le temps de travail "
        "connu.",
    ),
    optional(
        "ateliers_outside_centre_share",
        "number",
        "Ateliers hors du centre",
        "Part des ateliers et stages tenus hors de la commune la plus peuplée du territoire.",
        "Aucun atelier fourni, ou population inconnue.",
        "part",
        0,
        1,
    ),
    optional(
        "communes_relais_count",
        "integer",
        "Communes relais",
        "Communes du territoire qui ont signé une convention de commune relais.",
        "Aucune liste fournie.",
        "communes",
        0,
    ),
    share(
        "population_relais_share",
        "Population en commune relais",
        "Part de la population du territoire qui vit dans une commune relais.",
        "Aucune liste fournie, commune qui n'est dans aucune liste, ou population inconnue.",
    ),
)
