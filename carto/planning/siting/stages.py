"""The way to a plan: the best one of every smaller number, so that what the next brings is seen."""

from __future__ import annotations

from collections.abc import Callable

from carto.planning.deadline import Deadline
from carto.planning.siting.covering import TooFewPlacesError
from carto.planning.siting.grounded import Asked
from carto.planning.siting.problem import Answered
from carto.planning.siting.proposal import Loss, Step
from carto.planning.siting.solving import solve


def stages(
    asked: Asked, plan: Answered, deadline: Deadline, report: Callable[[str], None]
) -> tuple[Step, ...]:
    """Find the best plan of every number up to that of a plan, which is the last.

    Each is solved anew: the best two places are not always the best one and another. A number so
    small that some could not be served at all has no step.
    """
    opened = int(plan.counts.sum())
    found = []
    for count in range(1, opened):
        report(f"meilleur plan de {count} sur {opened}")
        try:
            best = solve(asked.problem, asked.problem.stage, count, deadline.left_s())
        except TooFewPlacesError:
            continue
        found.append(_step(asked, count, best))
    return (*found, _step(asked, opened, plan))


def _step(asked: Asked, count: int, best: Answered) -> Step:
    """Say what a plan opens, and what is lost with it."""
    loss = Loss(*asked.problem.parts(best.counts))
    return Step(count, asked.openings(best.counts), loss, best.is_best)
