"""The question of a tour, read from the address: hours a week, base, stops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto.planning.touring.tour import HALF_DAY_H
from webapp.siting.asked_values import AskedValues
from webapp.territories.territory import urgency

Row = Mapping[str, Any]

HOURS, BASE, STOPS, STOP, HALF_DAYS = "heures", "depart", "arrets", "arret", "demi"
TOUR_PARAMETERS = (HOURS, BASE, STOPS, STOP, HALF_DAYS)
RELAYS, UNDERSERVED, CHOSEN = "relais", "sous-desservies", "choix"
HOURS_BOUNDS = (HALF_DAY_H, 35.0)
USUAL_HOURS = 14.0
MOST_STOPS = 20


@dataclass(frozen=True)
class AskedTour:
    """A tour as it is asked for.

    Attributes
    ----------
    base
        Code of the commune that days start from.
    way
        How the stops are chosen: `relais`, `sous-desservies` or `choix`.
    ways
        The ways that this territory offers.
    stops
        Codes of the stops, the base not among them.
    left_out
        How many communes of the way were left out, for lack of half-days.
    is_base_underserved
        Whether the base is under-served itself, though no stop.
    """

    hours_week: float
    half_days: int
    base: str
    way: str
    ways: tuple[str, ...]
    stops: tuple[str, ...]
    left_out: int
    is_base_underserved: bool = False

    def query(self) -> list[tuple[str, str]]:
        """Write the parameters of the question."""
        asked = [
            (HOURS, f"{self.hours_week:g}"),
            (HALF_DAYS, str(self.half_days)),
            (BASE, self.base),
            (STOPS, self.way),
        ]
        return [*asked, *((STOP, code) for code in self.stops if self.way == CHOSEN)]


def read_tour(values: AskedValues, communes: Sequence[Row]) -> AskedTour:
    """Read the question of a tour.

    Parameters
    ----------
    values
        Parameters of the address.
    communes
        Rows of the communes of the territory.
    """
    hours = values.number(HOURS, HOURS_BOUNDS, USUAL_HOURS)
    half_days = values.whole(HALF_DAYS, (1, 2), 1)
    by_code = {row["code_insee"]: row for row in communes}
    base = _base(values, by_code)
    relays = sorted(code for code, row in by_code.items() if row.get("is_commune_relais"))
    ways = (RELAYS, UNDERSERVED, CHOSEN) if relays else (UNDERSERVED, CHOSEN)
    chosen = values.listed(STOP)
    usual = CHOSEN if chosen else ways[0]
    way = values.choice(STOPS, (RELAYS, UNDERSERVED, CHOSEN), usual)
    if way not in ways:
        values.refuse(
            STOPS,
            "Aucune liste de communes relais n'est connue pour ce territoire",
            "la tournée passe par les communes sous-desservies",
        )
        way = UNDERSERVED
    candidates = {
        RELAYS: relays,
        UNDERSERVED: [
            row["code_insee"]
            for row in sorted(communes, key=urgency)
            if row["is_underserved"] is True
        ],
        CHOSEN: _known(values, chosen, by_code),
    }[way]
    candidates = [code for code in candidates if code != base]
    most = _most_stops(hours, half_days) if way == UNDERSERVED else MOST_STOPS
    if way != UNDERSERVED and len(candidates) > most:
        values.refuse(
            STOP, f"Une tournée a {MOST_STOPS} arrêts au plus", "les premiers sont gardés"
        )
    stops = tuple(candidates[:most])
    return AskedTour(
        hours_week=hours,
        half_days=half_days,
        base=base,
        way=way,
        ways=ways,
        stops=stops,
        left_out=len(candidates) - len(stops),
        is_base_underserved=by_code[base]["is_underserved"] is True,
    )


def _most_stops(hours: float, half_days: int) -> int:
    """Count the stops that one week can hold."""
    return max(1, int(hours // HALF_DAY_H) // half_days)


def _base(values: AskedValues, by_code: Mapping[str, Row]) -> str:
    """Read the base; the most populated commune by default."""
    asked = values.listed(BASE)
    if asked and asked[-1] in by_code:
        return asked[-1]
    if asked:
        values.refuse(
            BASE,
            f"La commune de départ « {asked[-1][:10]} » n'est pas dans ce territoire",
            "la plus peuplée est gardée",
        )
    return min(by_code, key=lambda code: (-(by_code[code]["population"] or 0), code))


def _known(values: AskedValues, asked: Sequence[str], by_code: Mapping[str, Row]) -> list[str]:
    """Keep the stops that lie in the territory."""
    unknown = [code for code in asked if code not in by_code]
    if unknown:
        listed = ", ".join(code[:10] for code in unknown[:3])
        values.refuse(STOP, f"Hors de ce territoire : {listed}", "la tournée n'y passe pas")
    return [code for code in asked if code in by_code]
