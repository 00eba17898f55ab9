"""The page of a commune for somebody who looks for help: one sentence, the nearest places.

Plain words only: no threshold, no verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.wording import is_out_of_reach
from carto.typography import typeset
from webapp.places.places import PlaceOfHelp, describe
from webapp.places.trips import Trip, TripWords, in_words
from webapp.views.provenance import Facts, source_titles

Row = Mapping[str, Any]

# Lines of hours and remarks that one sheet of 15 points holds, beside the rest.
LINES_ON_A_SHEET = 10


@dataclass(frozen=True)
class PlaceNearby:
    """A place of help as seen from a commune, and the trip there."""

    place: PlaceOfHelp
    trip: TripWords

    @property
    def way(self) -> str:
        """How long the trip takes, how far it is, or where: the beginning of a line."""
        return french.capitalised(self.trip.way)


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
        """Whether one sheet of large type is too small for what must be known of the places."""
        lines = sum(len(near.place.hours) + len(near.place.remarks) for near in self.places)
        return lines > LINES_ON_A_SHEET


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
    places = {}
    for trip in trips:
        place = describe(trip.site, commune["departement"], titles, communes)
        places[place.id] = PlaceNearby(place, in_words(trip, commune, place.commune, facts))
    nearest = places.get(commune["nearest_site_id"], next(iter(places.values()), None))
    return PublicHelp(
        typeset(_sentence(commune, nearest)),
        typeset(_fibre(commune)),
        tuple(places.values()),
    )


def _sentence(commune: Row, nearest: PlaceNearby | None) -> str:
    """Say whether there is help here, and if not, where the nearest is."""
    here = french.capitalised(french.at_place(commune["nom"]))
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
    if is_out_of_reach(commune) or nearest is None:
        return f"{here}, aucun lieu d'aide au numérique n'est accessible par la route."
    there = french.at_place(nearest.place.commune)
    return (
        f"{here}, aucun lieu d'aide au numérique n'est connu. Le plus proche est {there}, "
        f"{nearest.trip.aside}."
    )


def _fibre(commune: Row) -> str:
    """Say how many premises of 100 can have the fibre."""
    rate = commune["taux_couverture_ftth"]
    if rate is None:
        return "Fibre : on ne sait pas combien de logements peuvent y être raccordés."
    if rate >= 1:
        return "Fibre : tous les logements et locaux professionnels peuvent y être raccordés."
    if not rate:
        return "Fibre : aucun logement ni local professionnel ne peut y être raccordé."
    hundredths = min(99, int(french.rounded(100 * rate, 0)))
    if hundredths > 1:
        return (
            f"Fibre : {hundredths} logements ou locaux professionnels sur 100 peuvent y être "
            "raccordés."
        )
    count = "1" if hundredths else "moins de 1"
    return f"Fibre : {count} logement ou local professionnel sur 100 peut y être raccordé."
