"""The question of withdrawals, read from the address: the least ones, chosen ones, or hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto import french
from carto.said_back import said_back
from webapp.siting.asked_values import AskedValues

WAY, COUNT, PLACE, SHARE = "comment", "nombre", "retrait", "part"
CLOSURE_PARAMETERS = (WAY, COUNT, PLACE, SHARE)
LEAST, CHOSEN, HOURS = "moins", "choix", "heures"
WAYS = (LEAST, CHOSEN, HOURS)
MOST_WITHDRAWN = 10
MOST_CHOSEN = 20
USUAL_COUNT = 3
USUAL_SHARE = 20
MOST_SHARE = 90


@dataclass(frozen=True)
class AskedClosure:
    """Withdrawals as they are asked for.

    Attributes
    ----------
    way
        `moins` (the ones that lengthen trips least), `choix` (given places) or `heures` (every
        place keeps a part of its hours).
    count
        How many places, for `moins`; 0 where there is none.
    most
        How many may be asked for.
    places
        Ids of the places, for `choix`.
    share
        Percents of the hours that go, for `heures`.
    """

    way: str
    count: int
    most: int
    places: tuple[str, ...]
    share: int

    def query(self) -> list[tuple[str, str]]:
        """Write the parameters of the question."""
        if self.way == LEAST:
            return [(WAY, LEAST), (COUNT, str(self.count))]
        if self.way == HOURS:
            return [(WAY, HOURS), (SHARE, str(self.share))]
        return [(WAY, CHOSEN), *((PLACE, place) for place in self.places)]


def read_closure(values: AskedValues, places: Sequence[str]) -> AskedClosure:
    """Read the question of withdrawals.

    Parameters
    ----------
    values
        Parameters of the address.
    places
        Ids of the places of the territory.
    """
    asked = values.listed(PLACE)
    way = values.choice(WAY, WAYS, CHOSEN if asked else LEAST)
    most = min(MOST_WITHDRAWN, len(places))
    count = values.whole(COUNT, (1, MOST_WITHDRAWN), min(USUAL_COUNT, max(most, 1)))
    if count > most:
        if values.has(COUNT):
            values.refuse(
                COUNT,
                f"Ce territoire n'a que {french.plural(most, 'lieu', 'lieux')} : on ne peut pas "
                f"en retirer {count}",
            )
        count = most
    known = set(places)
    unknown = [place for place in asked if place not in known]
    if unknown:
        values.refuse(
            PLACE,
            f"« {PLACE}={said_back(unknown[0])} » n'est pas un lieu de ce territoire",
            "il n'est pas compté",
        )
    kept = tuple(place for place in asked if place in known)
    if len(kept) > MOST_CHOSEN:
        values.refuse(PLACE, f"{MOST_CHOSEN} lieux au plus", "les premiers sont gardés")
    share = values.whole(SHARE, (1, MOST_SHARE), USUAL_SHARE)
    return AskedClosure(way, count, most, kept[:MOST_CHOSEN], share)
