"""Schema of a tour, and the question it answers."""

from __future__ import annotations

from webapp.api.description.operation import Parameter
from webapp.api.description.query_parameters import CODE_INSEE
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
from webapp.api.schemas.planning import LINKS
from webapp.api.schemas.shared import NAMED_TERRITORY, SNAPSHOT
from webapp.siting.tour_question import (
    BASE,
    CHOSEN,
    HALF_DAYS,
    HOURS,
    HOURS_BOUNDS,
    RELAYS,
    STOP,
    STOPS,
    UNDERSERVED,
    USUAL_HOURS,
)

QUESTION_PARAMETERS = (
    Parameter(
        HOURS,
        "Heures d'aide par semaine.",
        number(minimum=HOURS_BOUNDS[0], maximum=HOURS_BOUNDS[1], default=USUAL_HOURS),
        USUAL_HOURS,
    ),
    Parameter(HALF_DAYS, "Demi-journées par arrêt.", whole(minimum=1, maximum=2, default=1), 1),
    Parameter(BASE, "Commune de départ ; la plus peuplée par défaut.", CODE_INSEE, "29019"),
    Parameter(
        STOPS,
        "Comment choisir les arrêts : les communes relais, les sous-desservies, ou `choix`.",
        text(enum=[RELAYS, UNDERSERVED, CHOSEN]),
        UNDERSERVED,
    ),
    Parameter(STOP, "Commune d'un arrêt, pour `choix`.", CODE_INSEE, is_repeated=True),
)

_DAY = Component(
    "Journee",
    members(
        {
            "week": whole("Sa semaine.", minimum=1),
            "stops": listed(text(), "Ses arrêts, dans l'ordre."),
            "km": number("Kilomètres.", minimum=0),
            "minutes": number("Minutes de route.", minimum=0),
        }
    ),
)
_WITHIN = mapped(whole(minimum=0), "Habitants, par nombre de minutes.")
_SHARE = nullable(number("Part, de 0 à 1.", minimum=0, maximum=1))

TOUR = Component(
    "Tournee",
    members(
        {
            "snapshot": SNAPSHOT,
            "territory": NAMED_TERRITORY,
            "base": text("Commune de départ."),
            "stops": listed(text(), "Les arrêts."),
            "unreachable": listed(text(), "Ceux qu'aucune route n'atteint."),
            "left_out_count": whole("Communes laissées, faute de demi-journées.", minimum=0),
            "weeks": whole("Semaines d'un cycle.", minimum=0),
            "days": listed(_DAY, "Les journées."),
            "is_exact": boolean("Si c'est prouvé le plus court."),
            "km_week": number("Kilomètres par semaine.", minimum=0),
            "minutes_week": number("Minutes de route par semaine.", minimum=0),
            "hours_week_each": number("Heures d'aide par arrêt et par semaine.", minimum=0),
            "hours_week_left": number("Heures non placées."),
            "people": whole("Habitants du territoire.", minimum=0),
            "people_within_before": _WITHIN,
            "people_within_after": _WITHIN,
            "hours_outside_base_share_before": _SHARE,
            "hours_outside_base_share_after": _SHARE,
            "links": LINKS,
        },
        "Les journées d'une permanence itinérante, et ce qu'elle change.",
    ),
)
