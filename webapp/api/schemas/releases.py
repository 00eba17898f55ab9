"""Schemas of the snapshot that is served, and of a comparison of two of them."""

from __future__ import annotations

from carto.tables.shared import VERDICTS
from webapp.api.description.schema import (
    Component,
    boolean,
    listed,
    mapped,
    members,
    nullable,
    number,
    text,
    whole,
)
from webapp.api.schemas.shared import ADDRESS, SNAPSHOT

_COUNT = whole(minimum=0)
_CREATED = text("Quand l'instantané a été construit.", format="date-time")

SCOPE = Component(
    "Perimetre",
    members(
        {"kind": text("france ou departements."), "codes": listed(text(), "Codes INSEE.")},
        "Ce que les données couvrent.",
    ),
)

SOURCE = Component(
    "Source",
    members(
        {
            "id": text("Identifiant dans la configuration."),
            "reader": text("Forme sous laquelle elle est lue."),
            "producer": text("Qui la publie."),
            "title": text("Son titre."),
            "licence": text("Sa licence."),
            "homepage": nullable(text("Sa page ; vide sans page.")),
            "millesime": text("Son millésime."),
            "date": text("Date des données.", format="date"),
            "cog": whole("Année du code officiel géographique de ses codes."),
            "url": nullable(text("Adresse du fichier, s'il a été pris en ligne.")),
            "name": text("Nom du fichier."),
            "sha256": text("Empreinte du fichier."),
            "bytes": whole("Taille du fichier.", minimum=0),
            "in": whole("Lignes lues.", minimum=0),
            "out": whole("Lignes gardées.", minimum=0),
            "published": whole("Lignes publiées.", minimum=0),
            "beyond": whole("Lignes hors du périmètre.", minimum=0),
            "merged": whole("Lignes réunies à d'autres, avec leur trace.", minimum=0),
            "refused": whole("Lignes mises en quarantaine.", minimum=0),
        },
        "Une source, et ce qu'elle a apporté.",
        optional=("reader",),
    ),
)

CHECK = Component(
    "Controle",
    members(
        {
            "id": text("Identifiant."),
            "title": text("Ce qui est cherché."),
            "looked_at": whole("Ce qui a été regardé.", minimum=0),
            "found": whole("Ce qui a été trouvé.", minimum=0),
            "blocks": boolean("Si une trouvaille empêche de publier."),
            "items": listed(
                mapped({}, "Une trouvaille : `subject`, `nom`, `message`."), "Les premières."
            ),
        },
        "Un contrôle de la construction.",
    ),
)

FILE = Component(
    "Fichier",
    members(
        {
            "path": text("Son nom."),
            "title": text("Ce qu'il contient."),
            "mediatype": text("Son type."),
            "bytes": whole("Sa taille.", minimum=0),
            "hash": text("Son empreinte.", pattern="^sha256:[0-9a-f]{64}$"),
            "href": ADDRESS,
        },
        "Un fichier publié, à une adresse qui ne change jamais de contenu.",
    ),
)

SNAPSHOT_FACTS = Component(
    "Instantane",
    members(
        {
            "snapshot": SNAPSHOT,
            "warnings": listed(text(), "Ce que toutes les pages signalent en ce moment."),
            "title": text("Ce que les données couvrent, en mots."),
            "is_demo": boolean("Si ce sont les données de démonstration."),
            "created": _CREATED,
            "scope": SCOPE,
            "cog": whole("Année du code officiel géographique."),
            "method": mapped({}, "Version, paramètres, variantes employées."),
            "sources": listed(SOURCE, "Les sources lues."),
            "missing_sources": listed(text(), "Celles qui n'ont pas été fournies."),
            "degraded": listed(mapped({}), "Celles dont un état ancien a été gardé, et pourquoi."),
            "verdicts": mapped(_COUNT, "Communes par verdict."),
            "checks": listed(CHECK, "Les contrôles et ce qu'ils ont trouvé."),
            "counts": mapped(_COUNT, "Lignes publiées, par table."),
            "files": listed(FILE, "Tables et tuiles ; le manifeste nomme aussi les cartes."),
            "links": members({"manifest": ADDRESS}),
        },
        "Ce qui est servi, fait de quoi, et ce qui y manque.",
    ),
)

_RELEASE = Component(
    "EtatCompare",
    members(
        {
            "snapshot": SNAPSHOT,
            "title": text("Ce qu'il couvre."),
            "created": _CREATED,
            "cog": whole("Année du code officiel géographique."),
            "scope": SCOPE,
            "sources": listed(mapped({}), "Ses fichiers : titre, millésime, date, empreinte."),
        },
        "Un des deux instantanés comparés.",
    ),
)
_VERDICT = nullable(
    text("Null quand cet état n'a pas cette commune.", enum=list(VERDICTS)),
)
_MOVE = Component(
    "ChangementDeClasse",
    members(
        {
            "code_insee": text("La commune."),
            "nom": text("Son nom."),
            "departement": text("Son département."),
            "siren_epci": nullable(text("Son intercommunalité.")),
            "population": nullable(whole("Ses habitants.", minimum=0)),
            "before": _VERDICT,
            "after": _VERDICT,
            "causes": listed(
                members({"code": text("Code."), "message": text("La cause, avec ses chiffres.")}),
                "Pourquoi.",
            ),
        },
        "Une commune dont le verdict a changé.",
    ),
)
_COLUMN_CHANGE = members(
    {
        "column": text("La colonne."),
        "changed": _COUNT,
        "newly_known": _COUNT,
        "newly_missing": _COUNT,
        "largest": nullable(number("Le plus grand écart, avec son signe.")),
    }
)
_KEYS = listed({}, "Clés.")
_TABLE_CHANGE = Component(
    "ChangementDeTable",
    members(
        {
            "table": text("La table."),
            "rows_before": _COUNT,
            "rows_after": _COUNT,
            "added": _KEYS,
            "removed": _KEYS,
            "columns_added": listed(text()),
            "columns_removed": listed(text()),
            "columns": listed(_COLUMN_CHANGE, "Colonnes dont des valeurs ont changé."),
        },
        "Ce qui a changé dans une table.",
    ),
)
_CLASS_CHANGE = Component(
    "ChangementDunVerdict",
    members({"before": _COUNT, "after": _COUNT, "entered": _COUNT, "left": _COUNT}),
)

COMPARISON = Component(
    "Comparaison",
    members(
        {
            "before": _RELEASE,
            "after": _RELEASE,
            "rule": listed(
                members({"name": text("Le paramètre."), "before": {}, "after": {}}),
                "Paramètres de la méthode qui diffèrent.",
            ),
            "tables": listed(_TABLE_CHANGE, "Table par table."),
            "verdicts": mapped(_CLASS_CHANGE, "Communes entrées et sorties, par verdict."),
            "moves": listed(_MOVE, "Les communes dont le verdict a changé, par code."),
        },
        "Deux instantanés comparés, comme la construction l'a gardé.",
    ),
)
