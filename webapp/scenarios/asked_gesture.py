"""The gesture that an address asks for: read and checked, or refused with a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from carto.drawing.shapes import Point
from carto.french import number
from carto.planning.scenarios.scenario import Scenario
from carto.said_back import said_back
from carto.typography import typeset
from webapp.planning.scenario_address import LEAST_HOURS, MOST_HOURS
from webapp.scenarios.gesture import (
    ADD,
    GESTURE,
    HALF_DAY,
    HOURS,
    KINDS,
    MOVE,
    TARGET,
    TYPED,
    WHERE,
    Gesture,
    addition_rank,
)
from webapp.scenarios.place_names import PlaceNames
from webapp.scenarios.typed_place import LonLat, Meant, meant_by
from webapp.search.search_index import SearchIndex

_HOURS = re.compile(r"[0-9]{1,3}([.,][0-9]{1,2})?")


@dataclass(frozen=True)
class Refused:
    """Why a gesture is not made, and what may have been meant: codes and names of communes."""

    said: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Knowledge:
    """What a gesture is read with: names, the search, and how a point of the map is read."""

    names: PlaceNames
    index: SearchIndex
    lon_lat: Callable[[Point], LonLat] | None


def asked_gesture(
    query: Mapping[str, str], scenario: Scenario, known: Knowledge
) -> Gesture | Refused | None:
    """Read the gesture of an address.

    Parameters
    ----------
    query
        Parameters of the address.
    scenario
        Before the gesture.
    known
        What the gesture is read with.

    Returns
    -------
    Gesture or Refused or None
        None when the address asks for none.
    """
    kind = query.get(GESTURE, "")
    if not kind:
        return None
    target, hours = query.get(TARGET, ""), _hours(query.get(HOURS, ""))
    is_known = addition_rank(target, scenario) is not None or target in known.names.places
    said = _unusable(kind, target, hours, is_known=is_known)
    if said or hours is None:
        return Refused(typeset(said))
    if kind not in (ADD, MOVE):
        return Gesture(kind, target, hours_week=hours)
    meant = _where(query, known)
    if meant.where is None:
        return Refused(meant.said, meant.choices)
    return Gesture(kind, target, meant.where, hours)


def _unusable(kind: str, target: str, hours: float | None, *, is_known: bool) -> str:
    """Say why a gesture cannot be used; empty when it can."""
    if kind not in KINDS:
        return f"« {GESTURE}={said_back(kind)} » n'est pas compris : rien n'est changé."
    if kind != ADD and not is_known:
        return f"Le lieu « {said_back(target)} » n'est pas de ce territoire : rien n'est changé."
    if hours is None:
        return (
            f"Les heures s'écrivent comme un nombre de {number(LEAST_HOURS, 1)} à "
            f"{number(MOST_HOURS)} par semaine : rien n'est changé."
        )
    return ""


def _where(query: Mapping[str, str], known: Knowledge) -> Meant:
    """Settle where a gesture puts a place: what was pointed at, else what was typed."""
    asked = query.get(WHERE) or query.get(TYPED, "")
    return meant_by(asked, known.names.communes, known.index, known.lon_lat)


def _hours(text: str) -> float | None:
    """Read hours a week; half a day when none are said, None when they cannot be used.

    >>> _hours(""), _hours("7,5"), _hours("0"), _hours("61"), _hours("1e1")
    (3.5, 7.5, None, None, None)
    """
    if not text:
        return HALF_DAY
    if not text.isascii() or not _HOURS.fullmatch(text):
        return None
    hours = float(text.replace(",", "."))
    return hours if LEAST_HOURS <= hours <= MOST_HOURS else None
