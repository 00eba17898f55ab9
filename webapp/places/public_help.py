"""The page of a commune for somebody who looks for help: one sentence, the nearest places.

Plain words only: no threshold, no verdict. A distance is from the centre of the commune, and a
time is said to be about so many minutes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.wording import is_out_of_reach
from carto.typography import typeset
from webapp.places.places import PlaceOfHelp, describe
from webapp.views.provenance import Facts, source_titles

Row = Mapping[str, Any]

LONG_TRIP_MIN = 90
# Lines of hours that a sheet of 15 points holds, beside the rest.
LINES_ON_A_SHEET = 12
# What 100 times a share may fall short of a whole number by.
FLOAT_ERROR = 1e-9


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
class PlaceNearby:
    """A place of help as seen from a commune.

    Attributes
    ----------
    time
        « environ 25 min », or that it is across the water; empty when nothing is known.
    distance
        Crow-fly distance, in words.
    is_here
        Whether it is in the commune itself.
    """

    place: PlaceOfHelp
    time: str
    distance: str
    is_here: bool


@dataclass(frozen=True)
class PublicHelp:
    """What the page of a commune tells the public.

    Attributes
    ----------
    sentence
        Is there help here, and if not, where: one large sentence.
    fibre
        Who can have the fibre here, in one more.
    places
        The nearest places, open to all.
    """

    sentence: str
    fibre: str
    places: tuple[PlaceNearby, ...]

    @property
    def is_long(self) -> bool:
        """Whether one sheet of large type is too small for the hours of the places."""
        return sum(len(near.place.hours) for near in self.places) > LINES_ON_A_SHEET


def public_help(
    commune: Row, trips: Iterable[Trip], facts: Facts, communes: Mapping[str, Row]
) -> PublicHelp:
    """Say where people of a commune find help.

    Parameters
    ----------
    commune
        Row of `communes`.
    trips
        Trips to the nearest places, the nearest first.
    facts
        Facts of the snapshot.
    communes
        Rows of `communes` by code, which name the communes of the places.
    """
    titles = source_titles(facts)
    places = tuple(
        PlaceNearby(
            describe(trip.site, commune["departement"], titles, communes),
            _time(trip),
            french.number(trip.km, 1, "km"),
            trip.site["code_insee"] == commune["code_insee"],
        )
        for trip in trips
    )
    return PublicHelp(
        typeset(_sentence(commune, places)),
        typeset(_fibre(commune)),
        places,
    )


def _sentence(commune: Row, places: tuple[PlaceNearby, ...]) -> str:
    """Say whether there is help here, and if not, where the nearest is."""
    here = french.at_place(commune["nom"])
    here = here[0].upper() + here[1:]
    count = commune["sites_count"]
    if count is None:
        return f"{here}, on ne sait pas où se faire aider : aucune liste de lieux n'a été fournie."
    if count > 1:
        return (
            f"{here}, {french.plural(count, 'lieu', 'lieux')} vous aident à utiliser internet et à "
            "faire vos démarches en ligne."
        )
    if count == 1:
        return f"{here}, un lieu vous aide à utiliser internet et à faire vos démarches en ligne."
    if is_out_of_reach(commune) or not places:
        return f"{here}, aucun lieu d'aide au numérique n'est accessible par la route."
    nearest = places[0]
    there = french.at_place(nearest.place.commune)
    when = f", {nearest.time}" if nearest.time else ""
    return f"{here}, aucun lieu d'aide au numérique n'est connu. Le plus proche est {there}{when}."


def _fibre(commune: Row) -> str:
    """Say how many premises of 100 can have the fibre."""
    rate = commune["taux_couverture_ftth"]
    if rate is None:
        return "Fibre : on ne sait pas combien de logements peuvent y être raccordés."
    if rate >= 1:
        return "Fibre : tous les logements et locaux professionnels peuvent y être raccordés."
    hundredths = math.floor(100 * rate + FLOAT_ERROR)
    if hundredths > 1:
        return (
            f"Fibre : {hundredths} logements ou locaux professionnels sur 100 peuvent y être "
            "raccordés."
        )
    if not rate:
        return "Fibre : aucun logement ni local professionnel ne peut y être raccordé."
    count = "1" if hundredths else "moins de 1"
    return f"Fibre : {count} logement ou local professionnel sur 100 peut y être raccordé."


def _time(trip: Trip) -> str:
    """Say how long it takes, about; a long way is said in hours."""
    if not trip.is_by_road:
        return "de l'autre côté de l'eau"
    if trip.minutes is None:
        return ""
    minutes = max(1, round(trip.minutes))
    if minutes < LONG_TRIP_MIN:
        return typeset(f"à environ {french.plural(minutes, 'minute')}")
    hours, rest = divmod(5 * round(minutes / 5), 60)
    return typeset(f"à environ {hours}{french.NBSP}h" + (f"{french.NBSP}{rest:02}" if rest else ""))
