"""Schemas that answers of several kinds share."""

from __future__ import annotations

from webapp.api.description.schema import (
    Component,
    Schema,
    listed,
    mapped,
    members,
    nullable,
    text,
    whole,
)

SNAPSHOT = text("Identifiant de l'instantané : l'empreinte de ses données et de sa méthode.")
ADDRESS = text("Adresse sur ce site, depuis sa racine.", pattern="^/")
FLAGS = listed(text(), "Codes de ce qui est douteux ; leur sens est dans /donnees/dictionnaire.")
REASONS = mapped(
    Component(
        "Raison",
        members(
            {
                "code": nullable(text("Code de la raison.")),
                "text": nullable(text("La raison, en une phrase.")),
            },
            "Pourquoi une valeur est absente.",
        ),
    ),
    "Pourquoi chaque membre null l'est ; ceux de `verdict` sont nommés avec un point.",
)
NAMED_TERRITORY = Component(
    "TerritoireNomme",
    members(
        {
            "type": text("commune, epci, departement, region, ept, groupe ou france."),
            "code": text("Son code officiel."),
            "nom": text("Son nom."),
        },
        "Un territoire.",
    ),
)


def list_schema(component: str, name: str, items: Schema) -> Component:
    """Describe a page of a list, as `webapp.api.listing` writes it.

    Parameters
    ----------
    component
        Name of the schema in the document.
    name
        Member that holds the items.
    items
        Schema of each.
    """
    return Component(
        component,
        members(
            {
                "snapshot": SNAPSHOT,
                "count": whole("Combien répondent aux filtres, toutes pages comprises.", minimum=0),
                "limit": whole("Combien au plus dans cette page.", minimum=1),
                "offset": whole("Combien ont été passés avant.", minimum=0),
                "next": nullable(
                    text("Adresse de la suite, dans le même instantané ; null à la fin.")
                ),
                name: listed(items, "Cette page, dans l'ordre des codes."),
            }
        ),
    )
