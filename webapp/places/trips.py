"""A trip from a commune to a place of help, in words: how long, how far, or that nobody knows.

A distance is from the centre of the commune, and a time is said to be about so many minutes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carto import flags, french
from carto.drawing.travel_words import is_estimated
from carto.typography import typeset

Row = Mapping[str, Any]

LONG_TRIP_MIN = 90
# Beyond these, a time that is only estimated is not told.
DOUBTFUL_TRIP_MIN, DOUBTFUL_TRIP_KM = 60, 50


@dataclass(frozen=True)
class Trip:
    """A trip from a commune to a place.

    Attributes
    ----------
    site
        Row of `sites`.
    km
        Crow-fly distance.
    minutes
        Travel time by road; None when it is not known.
    is_by_road
        Whether a road leads there.
    """

    site: Row
    km: float
    minutes: float | None
    is_by_road: bool


@dataclass(frozen=True)
class TripWords:
    """What is known of a trip.

    Attributes
    ----------
    way
        Its measure: « à environ 25 minutes », « à 101 km », « de l'autre côté de l'eau ». Where
        the place is, when its position is unknown.
    detail
        What else is known.
    aside
        The least that a sentence must tell, once it has named the commune of the place.
    """

    way: str
    detail: str
    aside: str


def is_located(site: Row) -> bool:
    """Whether the position of a place is known; it stands at the point of its commune otherwise.

    >>> is_located({"flags": []}), is_located({"flags": ["POSITION_APPROCHEE"]})
    (True, False)
    """
    return flags.POSITION_APPROCHEE not in site["flags"]


def in_words(trip: Trip, commune: Row, there: str, facts: Mapping[str, Any]) -> TripWords:
    """Put a trip in words.

    Parameters
    ----------
    trip
        The trip.
    commune
        Row of `communes`, where it starts.
    there
        Name of the commune of the place.
    facts
        Facts of the snapshot, which tell whether times are estimated.
    """
    is_here = trip.site["code_insee"] == commune["code_insee"]
    if not is_located(trip.site):
        unknown = "distance inconnue"
        place = "dans la commune" if is_here else typeset(french.at_place(there))
        return TripWords(place, unknown, aside=unknown)
    far = french.number(trip.km, 1, "km")
    by_crow = "à vol d'oiseau, dans la commune" if is_here else "à vol d'oiseau"
    if not trip.is_by_road:
        way = "de l'autre côté de l'eau"
        return TripWords(way, f"{far} {by_crow}", aside=way)
    if trip.minutes is None or is_doubtful(trip.km, trip.minutes, facts):
        doubt = "" if trip.minutes is None else ", sans garantie qu'une route y mène"
        detail = f"{by_crow}{doubt}"
        return TripWords(f"à {far}", detail, aside=f"à {far} {detail}")
    way = _about(trip.minutes)
    return TripWords(way, f"{far} {by_crow}", aside=way)


def is_doubtful(km: float, minutes: float, facts: Mapping[str, Any]) -> bool:
    """Whether a time may be that of a road that does not exist."""
    return is_estimated(facts) and (km > DOUBTFUL_TRIP_KM or minutes > DOUBTFUL_TRIP_MIN)


def _about(time: float) -> str:
    """Say how long it takes, about; a long way is said in hours."""
    minutes = max(1, round(time))
    if minutes < LONG_TRIP_MIN:
        return f"à environ {french.plural(minutes, 'minute')}"
    hours, rest = divmod(5 * round(minutes / 5), 60)
    return f"à environ {hours}{french.NBSP}h" + (f"{french.NBSP}{rest:02}" if rest else "")
