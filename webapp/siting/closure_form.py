"""The form of the question of withdrawals: one way of asking at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from carto.measures.hour_rates import WEEKS_PER_YEAR
from carto.planning.closing.closure_effect import is_place_inside
from carto.planning.grounds.ground import Ground
from webapp.siting.closure_question import (
    CHOSEN,
    HOURS,
    LEAST,
    MOST_CHOSEN,
    MOST_SHARE,
    AskedClosure,
)

WORDS = {
    LEAST: "Chercher les retraits qui allongent le moins les trajets",
    CHOSEN: "Choisir les lieux à retirer",
    HOURS: "Réduire les heures de tous les lieux",
}


@dataclass(frozen=True)
class PlaceChoice:
    """A place to tick: its id, its name, its commune, its hours a week."""

    id: str
    nom: str
    commune: str
    hours: float
    is_chosen: bool


@dataclass(frozen=True)
class ClosureForm:
    """What the form shows."""

    asked: AskedClosure
    ways: dict[str, str]
    places: tuple[PlaceChoice, ...]
    most_chosen: int = MOST_CHOSEN
    most_share: int = MOST_SHARE


def closure_form(ground: Ground, asked: AskedClosure) -> ClosureForm:
    """Write the form; places are listed only where they are to be chosen.

    Parameters
    ----------
    ground
        Of the territory.
    asked
        The question, whose values the form shows.
    """
    names = dict(zip(ground.codes.tolist(), ground.names.tolist(), strict=True))
    chosen = set(asked.places)
    inside = np.flatnonzero(is_place_inside(ground)) if asked.way == CHOSEN else np.empty(0, int)
    places = [
        PlaceChoice(
            id=str(ground.place_ids[at]),
            nom=str(ground.place_names[at]),
            commune=names[str(ground.place_communes[at])],
            hours=float(ground.hours[at]) / WEEKS_PER_YEAR,
            is_chosen=str(ground.place_ids[at]) in chosen,
        )
        for at in inside.tolist()
    ]
    places.sort(key=lambda place: (place.commune, place.nom, place.id))
    return ClosureForm(asked, WORDS, tuple(places))
