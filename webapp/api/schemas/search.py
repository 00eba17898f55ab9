"""Schema of the territories that a search finds."""

from __future__ import annotations

from webapp.api.description.schema import Component, Schema, boolean, members, nullable, text
from webapp.api.schemas.shared import ADDRESS, list_schema
from webapp.search.search_index import ORDER

_PROPERTIES: dict[str, Schema] = {
    "type": text("Type du territoire ; `ancienne` : une commune qui n'est plus.", enum=list(ORDER)),
    "code": text("Son code officiel."),
    "nom": text("Son nom."),
    "detail": text("De quoi le distinguer d'un autre : type, département, habitants."),
    "links": members(
        {"self": nullable(ADDRESS), "page": ADDRESS},
        "Ses adresses ; celle d'une commune qui n'est plus mène à la commune d'aujourd'hui.",
    ),
}
SEARCH_FIELDS = tuple(_PROPERTIES)
_RESULT = Component("Trouvaille", members(_PROPERTIES, "Un territoire.", SEARCH_FIELDS))
_LIST = list_schema("PageDeTrouvailles", "results", _RESULT)

SEARCH = Component(
    "Recherche",
    {
        "allOf": [
            _LIST,
            members(
                {
                    "is_match": boolean(
                        "Faux : rien ne répond, ce sont les noms les plus proches à la lettre."
                    )
                }
            ),
        ]
    },
)
