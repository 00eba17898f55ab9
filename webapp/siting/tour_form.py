"""The form of the question of a tour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto.folding import folded
from carto.planning.touring.tour import HALF_DAY_H
from webapp.siting.tour_question import (
    CHOSEN,
    HOURS_BOUNDS,
    MOST_STOPS,
    RELAYS,
    UNDERSERVED,
    AskedTour,
)

Row = Mapping[str, Any]

WORDS = {
    RELAYS: "Les communes relais",
    UNDERSERVED: "Les communes sous-desservies",
    CHOSEN: "Des communes que je choisis",
}


@dataclass(frozen=True)
class CommuneChoice:
    """A commune to tick."""

    code: str
    nom: str
    is_chosen: bool


@dataclass(frozen=True)
class TourForm:
    """What the form shows."""

    asked: AskedTour
    ways: dict[str, str]
    communes: tuple[CommuneChoice, ...]
    least_hours: float = HALF_DAY_H
    most_hours: float = HOURS_BOUNDS[1]
    most_stops: int = MOST_STOPS


def tour_form(communes: Sequence[Row], asked: AskedTour) -> TourForm:
    """Write the form.

    Parameters
    ----------
    communes
        Rows of the communes of the territory.
    asked
        The question, whose values the form shows.
    """
    choices = [
        CommuneChoice(row["code_insee"], row["nom"], row["code_insee"] in asked.stops)
        for row in sorted(communes, key=lambda row: (folded(row["nom"]), row["code_insee"]))
    ]
    return TourForm(asked, {way: WORDS[way] for way in asked.ways}, tuple(choices))
