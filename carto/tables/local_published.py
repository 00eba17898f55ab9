"""Contracts of the complements made of local files: activity by year, reports, labels, openings."""

from __future__ import annotations

from dataclasses import replace

from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE
from carto.tables.local_inputs import ACTIVITE
from carto.tables.local_reports import BILAN_ACTIVITE, LABELS_LIEUX, OUVERTURES_PREVUES
from carto.tables.shared import count, optional

_YEAR = Column("annee", "integer", "Année", "Année civile.", minimum=1990)

ACTIVITY_YEARS = TableContract(
    "activity_years",
    "Activité par année",
    "Une ligne par commune, année civile et type d'action du fichier d'activité ; une commune sans "
    "ligne n'a pas d'action dans ce fichier, ce qui ne dit pas que personne n'y intervient.",
    ("code_insee", "annee", "type"),
    (
        CODE_INSEE,
        _YEAR,
        ACTIVITE.column("type"),
        count("actions_count", "Actions", "Actions de ce type tenues dans la commune.", "actions"),
        Column("heures", "number", "Heures", "Heures de ces actions.", "h", minimum=0),
        optional(
            "participations_count",
            "integer",
            "Participations",
            "Participations à ces actions.",
            "Une de ces actions n'a pas de participations comptées.",
            "participations",
            0,
        ),
    ),
)

ACTIVITY_REPORTS = TableContract(
    "activity_reports",
    "Bilans annuels d'activité",
    "Une ligne par territoire publié, année et type d'action d'un rapport d'activité.",
    ("type_territoire", "code_territoire", "annee", "type"),
    (
        Column(
            "type_territoire",
            "string",
            "Type de territoire",
            "EPCI ou département.",
            choices=("epci", "departement"),
        ),
        Column("code_territoire", "string", "Territoire", "SIREN ou code du département."),
        *(column for column in BILAN_ACTIVITE.columns if column.name != "territoire"),
    ),
)

PLACE_LABELS = TableContract(
    "place_labels",
    "Labels des lieux publiés",
    "Une ligne par lieu publié et par label local, Pass numérique compris.",
    ("id", "label"),
    (
        Column("id", "string", "Lieu", "Identifiant du lieu publié."),
        LABELS_LIEUX.column("label"),
        LABELS_LIEUX.column("date"),
        Column(
            "found_by",
            "string",
            "Rapproché par",
            "Comment la ligne du fichier a été rapprochée du lieu : identifiant, ou nom et "
            "commune.",
            choices=("id", "nom"),
        ),
    ),
)

PLANNED_OPENINGS = replace(OUVERTURES_PREVUES, name="planned_openings")
