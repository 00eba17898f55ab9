"""Contracts of what a report or a project says: yearly totals, labels of places, openings to come.

Their columns are those of the files a territory keeps: the Table Schemas in `docs/schemas` are
written from them.
"""

from __future__ import annotations

from carto.codes import DEPARTEMENT_PATTERN, SIREN_PATTERN
from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE
from carto.tables.local_inputs import ACTIVITY_KINDS
from carto.tables.shared import optional

ENROLMENT, RELAYS = "inscription", "commune_relais"
REPORT_KINDS = (*ACTIVITY_KINDS, ENROLMENT, RELAYS)
OPENING_KINDS = ("lieu", "permanence", "itinerant")
# Made when a file is read: no columns of the file.
SOURCE, PLACE = "source", "lieu"

_FROM = Column(SOURCE, "string", "Source", "Identifiant de la source qui donne la ligne.")

BILAN_ACTIVITE = TableContract(
    "bilan_activite",
    "Bilan annuel d'activité",
    "Une ligne par territoire, année et type d'action : les totaux que publie un rapport "
    "d'activité, quand les actions elles-mêmes ne sont pas tenues une à une.",
    ("territoire", "annee", "type"),
    (
        Column(
            "territoire",
            "string",
            "Territoire",
            "SIREN de l'EPCI (neuf chiffres), ou code du département.",
            pattern=f"{SIREN_PATTERN}|{DEPARTEMENT_PATTERN}",
        ),
        Column("annee", "integer", "Année", "Année civile du bilan.", minimum=1990),
        Column(
            "type",
            "string",
            "Type",
            "Permanence, rendez-vous, atelier, stage ou point d'information ; « inscription » pour "
            "les personnes inscrites à ces ateliers ; « commune_relais » pour les communes relais.",
            choices=REPORT_KINDS,
        ),
        optional(
            "nombre",
            "integer",
            "Nombre",
            "Combien d'actions, ou de communes relais, dans l'année.",
            "Le rapport ne le dit pas.",
            minimum=0,
        ),
        optional(
            "personnes",
            "integer",
            "Personnes",
            "Personnes reçues, présentes ou inscrites, telles que le rapport les compte.",
            "Le rapport ne le dit pas.",
            "personnes",
            0,
        ),
        optional(
            "hors_centre",
            "integer",
            "Hors de la ville-centre",
            "Combien de ces actions ont été tenues hors de la ville-centre.",
            "Le rapport ne le dit pas.",
            minimum=0,
        ),
        optional(
            "sur",
            "integer",
            "Sur combien",
            "Actions dont le rapport dit le lieu ; pour les communes relais, communes du "
            "territoire.",
            "Toutes celles de la colonne nombre.",
            minimum=0,
        ),
        Column("rapport", "string", "Rapport", "Titre du rapport d'où vient le total."),
        optional("page", "string", "Page", "Page du rapport.", "Non précisée."),
        _FROM,
    ),
)

LABELS_LIEUX = TableContract(
    "labels_lieux",
    "Labels des lieux",
    "Une ligne par lieu et par label : il accepte le Pass numérique, ou porte un label local.",
    (PLACE, "label"),
    (
        Column(
            PLACE,
            "string",
            "Lieu désigné",
            "Ce qui désigne le lieu dans le fichier : son identifiant, sinon son nom et sa "
            "commune.",
        ),
        optional(
            "id",
            "string",
            "Identifiant",
            "Identifiant publié du lieu (colonne id de la table des lieux).",
            "Le lieu est désigné par son nom et sa commune.",
        ),
        optional(
            "nom",
            "string",
            "Nom",
            "Nom du lieu, tel que publié ; majuscules, accents et traits d'union ne comptent pas.",
            "Le lieu est désigné par son identifiant.",
        ),
        optional(
            "code_insee",
            "string",
            "Commune",
            "Code de la commune du lieu.",
            "Le lieu est désigné par son identifiant.",
        ),
        Column("label", "string", "Label", "« Pass numérique », ou nom d'un label local."),
        optional("date", "date", "Depuis", "Jour où le lieu l'a reçu.", "Non précisé."),
        _FROM,
    ),
)

OUVERTURES_PREVUES = TableContract(
    "ouvertures_prevues",
    "Ouvertures prévues",
    "Une ligne par lieu ou permanence qui doit ouvrir : montré comme prévu, jamais compté dans "
    "l'offre.",
    ("code_insee", "date", "nom"),
    (
        Column("date", "date", "Date", "Jour d'ouverture prévu, après la date du fichier."),
        Column("nom", "string", "Nom", "Nom du lieu ou de la permanence."),
        CODE_INSEE,
        Column(
            "heures_semaine",
            "number",
            "Heures par semaine",
            "Heures d'aide par semaine, en moyenne sur l'année.",
            "h par semaine",
            minimum=0,
            maximum=60,
            when_merged="main",
        ),
        Column(
            "type",
            "string",
            "Type",
            "Lieu nouveau, permanence dans un lieu existant, ou passage itinérant.",
            choices=OPENING_KINDS,
        ),
    ),
)
