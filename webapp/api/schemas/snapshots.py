"""Schema of the releases that are published."""

from __future__ import annotations

from webapp.api.description.schema import Component, boolean, members, text, whole
from webapp.api.schemas.releases import SCOPE
from webapp.api.schemas.shared import ADDRESS, SNAPSHOT, list_schema

SNAPSHOTS = list_schema(
    "ListeDinstantanes",
    "snapshots",
    Component(
        "InstantanePublie",
        members(
            {
                "id": SNAPSHOT,
                "title": text("Ce qu'il couvre, en mots."),
                "created": text("Quand il a été construit.", format="date-time"),
                "is_demo": boolean("Si ce sont les données de démonstration."),
                "scope": SCOPE,
                "cog": whole("Année du code officiel géographique."),
                "method_version": text("Version de la méthode."),
                "bytes": whole("Taille de tous ses fichiers.", minimum=0),
                "is_current": boolean("Si c'est lui qui est servi."),
                "links": members({"manifest": ADDRESS}, "Son manifeste, qui liste ses fichiers."),
            },
            "Un instantané publié ici.",
        ),
    ),
)
