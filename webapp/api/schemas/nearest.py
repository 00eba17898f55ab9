"""Schema of the places nearest to a point."""

from __future__ import annotations

from carto.tables.places import SITES
from webapp.api.description.schema import (
    Component,
    boolean,
    listed,
    members,
    nullable,
    number,
    text,
    whole,
)
from webapp.api.description.table_schema import column_schema
from webapp.api.schemas.shared import ADDRESS, SNAPSHOT

# Published columns that tell a place.
NEAR_COLUMNS = (
    *("id", "nom", "code_insee", "nom_commune", "departement", "format", "is_itinerant"),
    *("longitude", "latitude"),
)
_LINKS = members({"self": ADDRESS})

_NEAR_PLACE = Component(
    "LieuProche",
    members(
        {
            **{name: column_schema(SITES.column(name)) for name in NEAR_COLUMNS},
            "is_located": boolean(
                "Faux : sa position est inconnue, il est placé au point de sa commune."
            ),
            "km": number("Distance à vol d'oiseau depuis le point.", minimum=0),
            "min": nullable(
                number("Minutes estimées par la route ; null : aucune estimation.", minimum=0)
            ),
            "is_by_road": nullable(
                boolean("Faux : de l'autre côté de l'eau. Null : point hors des communes.")
            ),
            "links": _LINKS,
        },
        "Un lieu d'aide, et le trajet jusqu'à lui.",
    ),
)

NEAREST = Component(
    "LieuxProches",
    members(
        {
            "snapshot": SNAPSHOT,
            "point": members(
                {
                    "longitude": number(minimum=-180, maximum=180),
                    "latitude": number(minimum=-90, maximum=90),
                },
                "Le point de la question.",
            ),
            "commune": nullable(
                members(
                    {"code_insee": text("Son code."), "nom": text("Son nom."), "links": _LINKS},
                    "La commune du point ; null hors des communes publiées.",
                )
            ),
            "time_method": text("D'où viennent les temps, et quand il n'y en a pas."),
            "count": whole("Combien de lieux.", minimum=0),
            "places": listed(_NEAR_PLACE, "Ceux où mène une route d'abord, du plus proche."),
        },
        "Les lieux d'aide les plus proches d'un point.",
    ),
)
