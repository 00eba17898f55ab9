"""The form of the question of new permanences."""

from __future__ import annotations

from dataclasses import dataclass

from carto.planning.siting.question import (
    COUVERTURE,
    LARGEST_COUNT,
    MANQUE,
    PLUS_LOIN,
    RADIUS_MAX,
    RADIUS_MIN,
    TEMPS,
    TOUS,
)
from webapp.siting.siting_question import (
    ALL,
    RELAYS,
    UNDERSERVED,
    WITH_RADIUS,
    AskedSiting,
)

AIMS = {
    MANQUE: "Combler le manque d'heures d'aide",
    TEMPS: "Raccourcir les trajets",
    COUVERTURE: "Mettre le plus d'habitants près d'un lieu",
    TOUS: "Ne laisser aucune commune trop loin",
    PLUS_LOIN: "Rapprocher les communes les plus éloignées",
}
AMONG = {
    ALL: "Toutes les communes",
    RELAYS: "Les communes relais",
    UNDERSERVED: "Les communes sous-desservies",
}


@dataclass(frozen=True)
class SitingForm:
    """What the form shows."""

    asked: AskedSiting
    aims: dict[str, str]
    amongs: dict[str, str]
    most: int = LARGEST_COUNT
    least_radius: float = RADIUS_MIN
    most_radius: float = RADIUS_MAX
    with_radius: tuple[str, ...] = WITH_RADIUS


def siting_form(asked: AskedSiting) -> SitingForm:
    """Write the form.

    Parameters
    ----------
    asked
        The question, whose values the form shows.
    """
    return SitingForm(asked, AIMS, {name: AMONG[name] for name in asked.amongs})
