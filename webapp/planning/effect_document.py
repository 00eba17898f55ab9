"""What a scenario changes as plain values, for the API."""

from __future__ import annotations

from math import isfinite
from typing import Any

import numpy as np

from carto import flags
from carto.planning.grounds.ground import Bools, Ground
from carto.planning.scenarios.effect import LEAST_ACCESS, LEAST_MINUTES, Effect, State
from carto.planning.scenarios.effect_words import limits

_MINUTES_DECIMALS = 2
_ACCESS_DECIMALS = 4


def effect_document(ground: Ground, effect: Effect) -> dict[str, Any]:
    """Write an effect; what is unknown or infinite is null.

    Parameters
    ----------
    ground
        What it was computed on.
    effect
        Before, after, and who gains or loses.
    """
    inside = ground.is_inside
    moved = {"gains": effect.gains, "losses": effect.losses}
    return {
        "before": _figures(effect.before),
        "after": _figures(effect.after),
        **{
            name: {
                "inside": _counted(ground, mask & inside),
                "around": _counted(ground, mask & ~inside),
            }
            for name, mask in moved.items()
        },
        "least_change": {"minutes": LEAST_MINUTES, "accessibility": LEAST_ACCESS},
        "communes": [_commune(ground, effect, at) for at in _changed(effect)],
        "flags": {flag: flags.MEANINGS[flag] for flag in effect.flags},
        "limits": list(limits(ground)),
    }


def _figures(state: State) -> dict[str, float | int | None]:
    """Write the figures of the perimeter, counts as whole numbers."""
    return {
        name: int(value) if value is not None and _is_count(name) else value
        for name, value in state.figures.items()
    }


def _is_count(name: str) -> bool:
    """Whether a figure counts people or communes."""
    return name.startswith(("population", "communes_")) and not name.endswith("_share")


def _counted(ground: Ground, mask: Bools) -> dict[str, int]:
    """Count communes, and their people as far as these are known."""
    people = ground.people[mask]
    return {
        "communes": int(np.count_nonzero(mask)),
        "people": int(np.nansum(people)),
        "communes_of_unknown_people": int(np.count_nonzero(np.isnan(people))),
    }


def _changed(effect: Effect) -> list[int]:
    """Positions of the communes that something changes for, by code."""
    before, after = effect.before.outcome["verdict"], effect.after.outcome["verdict"]
    classes = np.array([old != new for old, new in zip(before, after, strict=True)], dtype=bool)
    return [int(at) for at in np.flatnonzero(effect.gains | effect.losses | classes)]


def _commune(ground: Ground, effect: Effect, at: int) -> dict[str, Any]:
    """Write what changes for a commune."""
    return {
        "code_insee": str(ground.codes[at]),
        "nom": str(ground.names[at]),
        "is_inside": bool(ground.is_inside[at]),
        "population": _number(ground.people[at], 0),
        "is_gain": bool(effect.gains[at]),
        "is_loss": bool(effect.losses[at]),
        "minutes_change": _number(effect.minutes_change[at], _MINUTES_DECIMALS),
        "accessibility_change": _number(effect.access_change[at], _ACCESS_DECIMALS),
        "before": _state(effect.before, at),
        "after": _state(effect.after, at),
    }


def _state(state: State, at: int) -> dict[str, Any]:
    """Write a commune at one moment; all unknown when it is not published."""
    evidence = state.evidence
    is_published = not np.isnan(evidence.minutes[at])
    return {
        "nearest_site_min": _number(evidence.minutes[at], _MINUTES_DECIMALS),
        "accessibility_low": _number(evidence.lowest[at], _ACCESS_DECIMALS),
        "accessibility_high": _number(evidence.highest[at], _ACCESS_DECIMALS),
        "verdict": state.outcome["verdict"][at] if is_published else None,
    }


def _number(value: float, decimals: int) -> float | None:
    """Write a number, null when it is unknown or infinite."""
    return round(float(value), decimals) if isfinite(value) else None
