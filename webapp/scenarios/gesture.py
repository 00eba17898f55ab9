"""A gesture on a scenario: what a click, a drag or a form asks for, and the scenario after it.

A gesture is a few parameters of an address: the page answers with the address of the scenario that
follows, so that a pointer, a keyboard and a browser without scripts all take the same way.

`?…&geste=ajouter&ou=29019&duree=3.5`   `?…&geste=retirer&cible=fs-173`
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from carto.planning.scenarios.scenario import Addition, Scenario, Where

GESTURE, TARGET, WHERE, TYPED, HOURS = "geste", "cible", "ou", "q", "duree"
GESTURE_PARAMETERS = (GESTURE, TARGET, WHERE, TYPED, HOURS)

ADD, REMOVE, CHANGE_HOURS, MOVE, FORGET = "ajouter", "retirer", "heures", "deplacer", "annuler"
KINDS = (ADD, REMOVE, CHANGE_HOURS, MOVE, FORGET)
# Half a day a week, what people speak of.
HALF_DAY = 3.5
_ADDITION = "ajout-"


@dataclass(frozen=True)
class Gesture:
    """What is asked for.

    Attributes
    ----------
    kind
        One of `KINDS`.
    target
        Id of a place, or `addition_id` of one that the scenario adds; empty to add one.
    where
        Where the place goes, to add or to move it.
    hours_week
        Hours a week, to add a place or to change those of one.
    """

    kind: str
    target: str = ""
    where: Where = field(default_factory=Where)
    hours_week: float = HALF_DAY


def addition_id(rank: int) -> str:
    """Name an added place, which has no id, by its rank in the scenario.

    >>> addition_id(0)
    'ajout-1'
    """
    return f"{_ADDITION}{rank + 1}"


def addition_rank(target: str, scenario: Scenario) -> int | None:
    """Rank of the added place that a target names; None for a place of today.

    >>> addition_rank("ajout-1", Scenario((Addition(Where("29019"), 3.5),)))
    0
    """
    rest = target.removeprefix(_ADDITION)
    is_named = target.startswith(_ADDITION) and rest.isascii() and rest.isdecimal()
    rank = int(rest) - 1 if is_named and len(rest) < 4 else -1
    return rank if 0 <= rank < len(scenario.additions) else None


def after(scenario: Scenario, gesture: Gesture, hours_today: Mapping[str, float]) -> Scenario:
    """Make the scenario that follows a gesture.

    Parameters
    ----------
    scenario
        Before the gesture.
    gesture
        Already read, its target a place of today or of the scenario.
    hours_today
        Hours a week of each place of today: a place that gets them back is not changed.
    """
    if gesture.kind == ADD:
        added = Addition(gesture.where, gesture.hours_week)
        return replace(scenario, additions=(*scenario.additions, added))
    rank = addition_rank(gesture.target, scenario)
    if rank is not None:
        return replace(scenario, additions=_retouched(scenario.additions, rank, gesture))
    return _on_place(scenario, gesture, hours_today.get(gesture.target))


def _retouched(
    additions: tuple[Addition, ...], rank: int, gesture: Gesture
) -> tuple[Addition, ...]:
    """Give one of the added places other hours, another point, or drop it."""
    added, rest = additions[rank], additions[rank + 1 :]
    if gesture.kind in (REMOVE, FORGET):
        return (*additions[:rank], *rest)
    if gesture.kind == MOVE:
        return (*additions[:rank], replace(added, where=gesture.where), *rest)
    return (*additions[:rank], replace(added, hours_week=gesture.hours_week), *rest)


def _on_place(scenario: Scenario, gesture: Gesture, today: float | None) -> Scenario:
    """Change a place of today; what was asked of it before gives way, so that nothing conflicts."""
    place = gesture.target
    removals = tuple(one for one in scenario.removals if one != place)
    hours = tuple(pair for pair in scenario.hours if pair[0] != place)
    moves = tuple(pair for pair in scenario.moves if pair[0] != place)
    if gesture.kind == FORGET:
        return replace(scenario, removals=removals, hours=hours, moves=moves)
    if gesture.kind == REMOVE:
        return replace(scenario, removals=(*removals, place), hours=hours, moves=moves)
    if gesture.kind == MOVE:
        moved = (*moves, (place, gesture.where))
        return replace(scenario, removals=removals, moves=moved)
    is_same = today is not None and abs(gesture.hours_week - today) < 1e-9
    changed = hours if is_same else (*hours, (place, gesture.hours_week))
    return replace(scenario, removals=removals, hours=changed)
