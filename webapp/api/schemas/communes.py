"""Schemas of a commune: every published column, its verdict and why what is missing is missing."""

from __future__ import annotations

from carto.tables.communes import COMMUNES
from webapp.api.commune_document import DECIDED, GATHERED, STATUSES
from webapp.api.description.schema import (
    Component,
    Schema,
    boolean,
    listed,
    mapped,
    members,
    nullable,
    number,
    text,
    whole,
)
from webapp.api.description.table_schema import columns_schema
from webapp.api.schemas.shared import ADDRESS, FLAGS, REASONS, SNAPSHOT

ALERT = nullable(boolean("Null : les données ne permettent pas de dire."))

NEAREST_SITE = Component(
    "LieuLePlusProche",
    members(
        {
            "id": text("Identifiant du lieu."),
            "nom": text("Nom du lieu."),
            "code_insee": text("Sa commune."),
            "nom_commune": nullable(text("Nom de sa commune.")),
            "km": nullable(number("Distance à vol d'oiseau, kilomètres.", minimum=0)),
            "min": nullable(
                number("Minutes, estimation à vol d'oiseau corrigée.", minimum=0),
            ),
        },
        "Le lieu d'aide le plus vite atteint depuis la commune.",
    ),
)

VERDICT = Component(
    "Verdict",
    members(
        {
            "class": nullable(
                whole(
                    "De 0 (non sous-desservie) à 3 (prioritaire) ; null si indécidée.",
                    minimum=0,
                    maximum=3,
                )
            ),
            "status": text("Décidé ou non.", enum=[DECIDED, *STATUSES.values()]),
            "possible": listed(
                whole(minimum=0, maximum=3), "Classes possibles quand elle n'est pas décidée."
            ),
            "is_underserved": nullable(boolean("Classe 2 ou 3 ; null si on ne sait pas.")),
            "alerts": members(
                {"offre": ALERT, "besoin": ALERT, "connectivite": ALERT},
                "Les trois alertes dont la classe est le nombre.",
            ),
            "sentence": text("Le verdict et ses raisons, en une phrase."),
        },
        "Le verdict d'une commune, avec ses raisons.",
    ),
)

_PROPERTIES: dict[str, Schema] = {
    **columns_schema(COMMUNES, GATHERED),
    "ifn_indicateurs": nullable(listed(text(), "Indicateurs comptés dans l'IFN.")),
    "nearest_site": nullable(NEAREST_SITE),
    "accessibility_range": listed(
        nullable(number(minimum=0)),
        "Offre accessible, du plus bas au plus haut selon ce qu'on ignore des horaires.",
        minItems=2,
        maxItems=2,
    ),
    "verdict": VERDICT,
    "flags": FLAGS,
    "reasons": REASONS,
    "links": members(
        {
            "self": ADDRESS,
            "page": ADDRESS,
            "departement": nullable(ADDRESS),
            "epci": nullable(ADDRESS),
            "nearest_site": nullable(ADDRESS),
        },
        "Adresses sur ce site.",
    ),
}
COMMUNE_FIELDS = tuple(_PROPERTIES)

LISTED_COMMUNE = Component(
    "CommuneListee",
    members(_PROPERTIES, "Une commune ; avec `fields`, ces seuls membres.", COMMUNE_FIELDS),
)

SOURCE_SUMMARY = Component(
    "SourceCitee",
    members(
        {
            "producer": text("Qui la publie."),
            "title": text("Son titre."),
            "millesime": text("Son millésime."),
            "date": text("Date des données.", format="date"),
            "licence": text("Sa licence."),
            "homepage": nullable(text("Sa page.")),
        },
        "Une source, à citer avec ses valeurs.",
    ),
)

COMMUNE = Component(
    "Commune",
    members(
        {
            "snapshot": SNAPSHOT,
            **_PROPERTIES,
            "sources": mapped(SOURCE_SUMMARY, "Les sources, par identifiant."),
        },
        "Une commune et ses sources.",
    ),
)
