"""A tour in a parameter of an address: base, hours a week, half-days at each stop, stops."""

from __future__ import annotations

import re
from collections.abc import Collection

from webapp.siting.tour_question import CHOSEN, HOURS_BOUNDS, MOST_STOPS, AskedTour

TOUR = "tournee"
_CODE = r"[0-9][0-9AB][0-9]{3}"
_TEXT = re.compile(rf"({_CODE}):([0-9]{{1,2}}(?:\.[0-9]{{1,2}})?):([12]):({_CODE}(?:-{_CODE})*)")


def tour_text(asked: AskedTour) -> str:
    """Write a tour; its stops are those that were found, however they were chosen.

    >>> tour_text(AskedTour(14.0, 1, "29103", "choix", (), ("29043", "29105"), 0))
    '29103:14:1:29043-29105'
    """
    return f"{asked.base}:{asked.hours_week:g}:{asked.half_days}:{'-'.join(asked.stops)}"


def read_tour_text(text: str, communes: Collection[str]) -> AskedTour | None:
    """Read a tour; None when it cannot be understood.

    Parameters
    ----------
    text
        As `tour_text` writes it.
    communes
        Codes of the communes of the territory: base and stops are among them.
    """
    found = _TEXT.fullmatch(text)
    if found is None:
        return None
    base, hours, half_days, listed = found.groups()
    stops = tuple(dict.fromkeys(listed.split("-")))
    least, most = HOURS_BOUNDS
    if not least <= float(hours) <= most or len(stops) > MOST_STOPS or base in stops:
        return None
    if not {base, *stops} <= set(communes):
        return None
    return AskedTour(float(hours), int(half_days), base, CHOSEN, (CHOSEN,), stops, 0)
