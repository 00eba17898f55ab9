"""Contracts of the published sites and of fibre by quarter."""

from __future__ import annotations

from carto.codes import DEPARTEMENT_PATTERN
from carto.contracts import Column, TableContract
from carto.tables.inputs import (
    CODE_INSEE,
    GEOMETRY,
    LATITUDE,
    LOCAUX,
    LOCAUX_QUARTER,
    LOCAUX_RACCORDABLES,
    LONGITUDE,
    QUARTER,
    ZONE_FIBRE,
)
from carto.tables.network import RATE_COLUMNS
from carto.tables.parsed_sites import PARSED_SITES
from carto.tables.shared import FLAGS, LOCAUX_RESTANTS, TAUX, optional
from carto.vocabulary import HISTORIQUE, HOURS_SOURCE_WORDS, RELEVE

SERIES = Column(
    "series",
    "string",
    "Série",
    "releve : les deux comptes sont du même trimestre ; historique : une seule estimation des "
    "locaux sert à tous les trimestres. Les deux ne se comparent pas.",
    choices=(RELEVE, HISTORIQUE),
)

SITES = TableContract(
    "sites",
    "Lieux d'aide au numérique",
    "Une ligne par lieu, point de service ou structure qui a une position, y compris autour du "
    "périmètre ; les fiches d'un même lieu y sont réunies.",
    ("id",),
    (
        *(
            CODE_INSEE if column.name == "code_insee" else column
            for column in PARSED_SITES.columns
            if column.name not in ("longitude", "latitude", "hours_per_year_declared")
        ),
        LONGITUDE,
        LATITUDE,
        Column("departement", "string", "Département", "Code.", pattern=DEPARTEMENT_PATTERN),
        Column(
            "is_in_scope", "boolean", "Dans le périmètre", "Situé dans une commune du périmètre."
        ),
        Column(
            "is_demand_known",
            "boolean",
            "Demande connue",
            "Vrai si la population de sa commune est dans les données.",
        ),
        Column(
            "is_supply",
            "boolean",
            "Compte dans l'offre",
            "Faux pour un point de service tenu dans un lieu décrit par ailleurs, un lieu mobile "
            "dont les étapes sont publiées, une structure sans lieu certain, un lieu réservé à un "
            "public ou sans accompagnement ; les signalements disent pourquoi.",
        ),
        Column(
            "is_restricted",
            "boolean",
            "Public restreint",
            "Vrai si le lieu ne reçoit pas tout le monde : déclaré par la source, accès sur "
            "prescription seulement, ou lieu où l'on est admis par décision (hébergement, "
            "justice). Un public « spécifiquement adressé » ne suffit pas.",
        ),
        Column(
            "is_equipment_only",
            "boolean",
            "Équipement seul",
            "Vrai si le lieu n'offre que du matériel ou une connexion, à tous et sans "
            "accompagnement ; compté à part.",
        ),
        optional(
            "lieu_id",
            "string",
            "Lieu",
            "Lieu où ce point de service est tenu, ou lieu mobile dont il est une étape.",
            "Ligne qui n'est pas rattachée à un lieu.",
        ),
        optional(
            "merged_ids",
            "string",
            "Fiches réunies",
            "Identifiants des autres fiches de ce lieu, séparés par « | ».",
            "Une seule fiche décrit ce lieu.",
        ),
        Column(
            "sources",
            "string",
            "Sources",
            "Sources de toutes les fiches réunies, séparées par « | ».",
        ),
        optional(
            "hours_per_year",
            "number",
            "Heures par an",
            "Heures retenues : déclarées (au plus 60 par semaine), sinon d'après le temps de "
            "travail des médiateurs, sinon médiane du type.",
            "Heures inconnues d'une ligne qui ne compte pas dans l'offre.",
            "heures par an",
            0,
        ),
        Column(
            "hours_source",
            "string",
            "Origine des heures",
            "Déclarées, estimées d'après le temps de travail des médiateurs (etp), ou par le type "
            "de lieu.",
            nullable=True,
            null_rule="Heures inconnues d'une ligne qui ne compte pas dans l'offre.",
            choices=tuple(HOURS_SOURCE_WORDS),
        ),
        FLAGS,
        GEOMETRY,
    ),
)

FIBRE = TableContract(
    "fibre",
    "Fibre par commune et par trimestre",
    "Une ligne par commune, par trimestre et par série, au point de la commune.",
    ("code_insee", "quarter", "series"),
    (
        CODE_INSEE,
        QUARTER,
        SERIES,
        LOCAUX,
        LOCAUX_QUARTER,
        LOCAUX_RACCORDABLES,
        LOCAUX_RESTANTS,
        TAUX,
        *RATE_COLUMNS,
        ZONE_FIBRE,
        FLAGS,
        GEOMETRY,
    ),
)
