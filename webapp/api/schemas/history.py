"""Schemas of the fibre of a commune, or of a wider territory, quarter by quarter."""

from __future__ import annotations

from carto.tables.places import FIBRE
from carto.tables.territory_fibre import TERRITORY_FIBRE
from webapp.api.description.schema import Component, Schema, listed, mapped, members, text, whole
from webapp.api.description.table_schema import columns_schema
from webapp.api.schemas.communes import SOURCE_SUMMARY
from webapp.api.schemas.shared import ADDRESS, FLAGS, NAMED_TERRITORY, SNAPSHOT

# Columns that say which territory a row is about: the document says it once.
IDENTITY = ("code_insee", "type", "code", "geometry")
_DATE = text("Dernier jour du trimestre.", format="date")


def _history(component: str, quarter: Component) -> Component:
    """Describe the quarters of a territory."""
    return Component(
        component,
        members(
            {
                "snapshot": SNAPSHOT,
                "territory": NAMED_TERRITORY,
                "caution": text("Ce qui ne se compare pas."),
                "count": whole("Combien de trimestres, les deux séries comprises.", minimum=0),
                "quarters": listed(quarter, "Par série, puis dans l'ordre du temps."),
                "sources": mapped(SOURCE_SUMMARY, "Les sources de la fibre, par identifiant."),
                "links": members({"territory": ADDRESS, "page": ADDRESS}),
            },
            "La fibre, trimestre par trimestre.",
        ),
    )


_OF_COMMUNE: dict[str, Schema] = {
    **columns_schema(FIBRE, IDENTITY),
    "flags": FLAGS,
    "date": _DATE,
}
_OF_TERRITORY: dict[str, Schema] = {**columns_schema(TERRITORY_FIBRE, IDENTITY), "date": _DATE}

COMMUNE_HISTORY = _history(
    "HistoriqueDuneCommune", Component("TrimestreDuneCommune", members(_OF_COMMUNE))
)
TERRITORY_HISTORY = _history(
    "HistoriqueDunTerritoire", Component("TrimestreDunTerritoire", members(_OF_TERRITORY))
)
