"""Why each commune is proposed: what it brings, whom it helps, what could stand for it."""

from __future__ import annotations

import numpy as np

from carto.planning.grounds.ground import weights_of
from carto.planning.siting.alternatives import alternatives, brought
from carto.planning.siting.grounded import Asked
from carto.planning.siting.problem import Integers
from carto.planning.siting.proposal import Chosen, OnRoads


def reasons(asked: Asked, counts: Integers, on_roads: tuple[OnRoads, ...]) -> tuple[Chosen, ...]:
    """Say what each commune of a plan brings, by code.

    Parameters
    ----------
    asked
        The question.
    counts
        What opens at each candidate.
    on_roads
        The plan on each estimate of the roads.
    """
    ground, problem = asked.ground, asked.problem
    others, alone = alternatives(problem, counts), brought(problem, counts)
    found = []
    for position in np.flatnonzero(counts).tolist():
        helped = problem.helped(position)
        around = helped & ~ground.is_inside
        code = str(asked.codes[position])
        found.append(
            Chosen(
                code=code,
                name=str(ground.names[asked.positions[position]]),
                count=int(counts[position]),
                brought=alone[position],
                communes_helped=int(helped.sum()),
                people_helped=float(np.nansum(ground.people[helped])),
                communes_around=int(around.sum()),
                people_around=float(np.nansum(ground.people[around])),
                is_shared_with_unknown=_reaches_unknown(asked, position),
                alternatives=tuple(asked.codes[others[position]].tolist()),
                roads=tuple(one.roads.name for one in on_roads if one.has(code)),
            )
        )
    return tuple(found)


def _reaches_unknown(asked: Asked, position: int) -> bool:
    """Whether a commune of unknown population is in reach of a candidate."""
    ground = asked.ground
    unknown = np.isnan(ground.demand)
    if not unknown.any():
        return False
    at = ground.points.take(asked.positions[[position]])
    weights = weights_of(ground.minutes_to(at), ground.catchment)[:, 0]
    return bool((weights[unknown] > 0).any())
