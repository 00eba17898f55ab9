"""What a scenario changes: times, accessibility, verdicts; who gains by it, who loses.

Before is what is published. After is computed again on the ground where that gives the published
value back today, and is else the published value moved by what the ground says of the change: an
empty scenario changes nothing, to the last decimal. Draws of robustness are not made again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto import flags
from carto.measures.hour_rates import DECIMALS
from carto.planning.grounds.access import Access, access
from carto.planning.grounds.ground import Bools, Floats, Ground, weights_of
from carto.planning.scenarios.figures import Figures, figures
from carto.planning.scenarios.placed_scenario import PlacedScenario
from carto.planning.scenarios.published_state import PublishedState
from carto.verdict.evidence import MINUTES_DECIMALS, Evidence
from carto.verdict.judgement import judge
from carto.verdict.outcome import outcome
from carto.verdict.parameters import Parameters

# A smaller change is not felt, and is counted neither as a gain nor as a loss.
LEAST_MINUTES = 0.5
LEAST_ACCESS = 0.01


@dataclass(frozen=True, eq=False)
class State:
    """The communes of a ground at one moment.

    Attributes
    ----------
    evidence
        Times, bounds of the accessibility, and what a scenario does not change.
    outcome
        Alerts, verdicts and score by column, see `carto.verdict.outcome`; of no use where a commune
        is not published.
    figures
        The perimeter, see `carto.planning.scenarios.figures`.
    """

    evidence: Evidence
    outcome: Mapping[str, list[Any]]
    figures: Figures


@dataclass(frozen=True, eq=False)
class Effect:
    """What a scenario changes.

    Attributes
    ----------
    before, after
        Both states.
    minutes_change, access_change
        After less before for each commune of the ground, also those that are not published; hours
        a week per 1,000 inhabitants for the access, at its higher bound. NaN where unknown or
        where there is no place before or no more after.
    gains, losses
        Communes whose people gain something and lose nothing, and those who lose something.
    flags
        Codes of `carto.flags` that the after rests on.
    """

    before: State
    after: State
    minutes_change: Floats
    access_change: Floats
    gains: Bools
    losses: Bools
    flags: tuple[str, ...]


def effect(
    ground: Ground, placed: PlacedScenario, published: PublishedState, parameters: Parameters
) -> Effect:
    """Compute what a scenario changes.

    Parameters
    ----------
    ground
        Communes and places.
    placed
        The scenario on that ground.
    published
        Where it starts from, one value per commune of the ground.
    parameters
        Thresholds, weights of the score, limits of publication: those of the published method, or
        of the rule of a reader.
    """
    new_minutes = ground.minutes_to(placed.new_points)
    first = _nearest(ground.minutes, np.ones(len(ground.hours), dtype=bool))
    last = np.minimum(
        _nearest(ground.minutes, placed.is_open), new_minutes.min(axis=1, initial=np.inf)
    )
    today, then = _access_today(ground), _access_then(ground, placed, new_minutes)
    before = published.evidence
    after = replace(
        before,
        minutes=_minutes_after(before.minutes, first, last),
        lowest=_moved(before.lowest, today.low, then.low),
        highest=_moved(before.highest, today.high, then.high),
    )
    minutes_change = _difference(last, first)
    access_change = then.high - today.high
    worse = (last > first + LEAST_MINUTES) | (access_change <= -LEAST_ACCESS)
    better = (last < first - LEAST_MINUTES) | (access_change >= LEAST_ACCESS)
    is_timed_again = last != first
    return Effect(
        before=_state(ground, before, published, ~np.isnan(published.beyond_share), parameters),
        after=_state(ground, after, published, ~is_timed_again, parameters),
        minutes_change=minutes_change,
        access_change=access_change,
        gains=better & ~worse,
        losses=worse,
        flags=_flags(ground, placed, published, is_timed_again),
    )


def _nearest(minutes: Floats, is_open: Bools) -> Floats:
    """Time to the nearest of the open places."""
    return np.asarray(minutes[:, is_open].min(axis=1, initial=np.inf))


def _access_today(ground: Ground) -> Access:
    """Share the hours of today."""
    method = ground.catchment.method
    return access(ground.weights, ground.demand, ground.hours, ground.is_known_around, method)


def _access_then(ground: Ground, placed: PlacedScenario, new_minutes: Floats) -> Access:
    """Share the hours after the scenario; nobody chooses a place that is closed."""
    opened = weights_of(new_minutes, ground.catchment)
    weights = np.hstack([np.where(placed.is_open, ground.weights, 0.0), opened])
    known = np.concatenate([ground.is_known_around, np.ones(opened.shape[1], dtype=bool)])
    return access(weights, ground.demand, placed.hours, known, ground.catchment.method)


def _minutes_after(published: Floats, first: Floats, last: Floats) -> Floats:
    """Move a published time, which may be that of where people live and not of one point."""
    nearer = np.minimum(published, last)
    farther = np.maximum(published, last)
    moved = np.where(last < first, nearer, np.where(last > first, farther, published))
    return np.asarray(np.where(np.isnan(published), np.nan, moved).round(MINUTES_DECIMALS))


def _moved(published: Floats, today: Floats, then: Floats) -> Floats:
    """Move a published accessibility by what the ground says of the change."""
    is_found_again = today.round(DECIMALS) == published
    moved = np.maximum(published + (then - today), 0.0)
    return np.asarray(np.where(is_found_again, then, moved).round(DECIMALS))


def _difference(last: Floats, first: Floats) -> Floats:
    """Change of times; NaN where there is no way before, or none after."""
    with np.errstate(invalid="ignore"):
        apart = last - first
    return np.asarray(np.where(np.isfinite(apart), apart, np.nan))


def _state(
    ground: Ground,
    evidence: Evidence,
    published: PublishedState,
    is_by_square: Bools,
    parameters: Parameters,
) -> State:
    """Judge the communes, and roll those of the perimeter up."""
    judgement = judge(evidence, parameters.alerts)
    decided = outcome(evidence, judgement, published.is_empty, parameters)
    columns: dict[str, NDArray[Any]] = {
        "population": ground.people,
        "sites_count": published.sites_count,
        "nearest_site_min": np.where(np.isinf(evidence.minutes), np.nan, evidence.minutes),
        "population_beyond_time_share": np.where(is_by_square, published.beyond_share, np.nan),
        "accessibility": evidence.accessibility,
        "verdict": np.array(decided["verdict"], dtype=object),
        "is_underserved": np.array([value is True for value in decided["is_underserved"]]),
    }
    return State(evidence, decided, figures(columns, published.is_counted, parameters))


def _flags(
    ground: Ground, placed: PlacedScenario, published: PublishedState, is_timed_again: Bools
) -> tuple[str, ...]:
    """Say what the times after the scenario rest on, where those of today rest on better."""
    by_square = ~np.isnan(published.beyond_share) & published.is_counted
    raised = {
        flags.TEMPS_ESTIME: ground.has_listed_times and len(placed.new_points) > 0,
        flags.POINT_UNIQUE: (by_square & is_timed_again).any(),
    }
    return tuple(flag for flag, is_raised in raised.items() if is_raised)
