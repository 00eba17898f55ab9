"""Answer a question: the plan, the way to it, what could stand for it, and on which roads it holds.

In the time there is: the plan itself, then the plan on slow and on fast roads, then the best plan
of every smaller number. What time does not allow is made one after the other, and said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from carto.planning.deadline import Deadline
from carto.planning.grounds.ground import Bools, Ground
from carto.planning.siting.alternatives import alternatives
from carto.planning.siting.covering import TooFewPlacesError
from carto.planning.siting.grounded import Asked, ask, nearest_today, places_kept
from carto.planning.siting.problem import Answered, nothing
from carto.planning.siting.proposal import Loss, OnRoads, Proposal
from carto.planning.siting.question import Question, QuestionError
from carto.planning.siting.reasons import reasons
from carto.planning.siting.roads import CENTRAL, Roads, on_roads, roads_of
from carto.planning.siting.solving import solve
from carto.planning.siting.stages import stages
from carto.verdict.parameters import Robustness

LIMIT_S = 60.0

Report = Callable[[str], None]


@dataclass(frozen=True)
class Terms:
    """What a question is answered with.

    Attributes
    ----------
    reference
        A*: hours a week per 1,000 inhabitants under which supply is said insufficient, that is the
        frozen national reference × `alerts.apl_ratio`.
    ranges
        Ends of the slow and of the fast roads.
    limit_s
        Seconds for all of it.
    """

    reference: float
    ranges: Robustness
    limit_s: float = LIMIT_S


def propose(ground: Ground, question: Question, terms: Terms, report: Report) -> Proposal:
    """Answer a question.

    Parameters
    ----------
    ground
        The perimeter and what is around it.
    question
        What is asked.
    terms
        Reference, ranges of the roads and time.
    report
        Called with the name of each step, in French.

    Raises
    ------
    QuestionError
        When the question cannot be asked there, in a sentence that says what to change.
    """
    deadline = Deadline(terms.limit_s)
    asked = ask(ground, question, terms.reference)
    report("recherche du meilleur plan")
    plan = _plan(asked, deadline.left_s())
    on_every = tuple(_on_every_road(asked, plan, terms, deadline, report))
    steps = stages(asked, plan, deadline, report)
    chosen = reasons(asked, plan.counts, on_every)
    counted = np.ones_like(ground.is_inside) if not question.is_inside_only else ground.is_inside
    said = {one.code for one in chosen} | {code for one in chosen for code in one.alternatives}
    said |= {opening.code for one in on_every for opening in one.openings}
    said |= {opening.code for step in steps for opening in step.openings}
    unknown = _codes(ground, np.isnan(ground.people))
    out_of_reach = _codes(ground, _is_out_of_reach(asked))
    return Proposal(
        question=question,
        reference=terms.reference,
        candidates_count=len(asked.codes),
        people_inside=float(np.nansum(ground.people[ground.is_inside])),
        people_counted=float(np.nansum(ground.people[counted])),
        chosen=chosen,
        before=Loss(*asked.problem.parts(nothing(asked.problem))),
        after=Loss(*asked.problem.parts(plan.counts)),
        bound=plan.bound,
        is_best=plan.is_best,
        steps=steps,
        on_roads=on_every,
        unknown=unknown,
        out_of_reach=out_of_reach,
        names=_names(ground, said | {*unknown, *out_of_reach}),
    )


def _plan(asked: Asked, limit_s: float) -> Answered:
    """Find the best plan."""
    try:
        return solve(asked.problem, asked.problem.best, asked.count, limit_s)
    except TooFewPlacesError as error:
        raise QuestionError(
            "nombre",
            f"Il faut au moins {error.needed} lieux pour que chaque commune en ait un qui "
            f"s'atteigne par la route : demandez-en {error.needed} ou plus.",
        ) from None


def _on_every_road(
    asked: Asked, plan: Answered, terms: Terms, deadline: Deadline, report: Report
) -> Iterator[OnRoads]:
    """Find the plan on slow and on fast roads; that on central ones is known."""
    for roads in roads_of(asked.ground.travel, terms.ranges):
        if roads.name == CENTRAL:
            yield _on_these(roads, asked, plan)
            continue
        report(f"même question, routes {roads.name}")
        other = ask(on_roads(asked.ground, roads.travel), asked.question, terms.reference)
        try:
            best = solve(other.problem, other.problem.best, other.count, deadline.left_s())
        except TooFewPlacesError:
            yield OnRoads(roads, (), (), is_best=True)
            continue
        yield _on_these(roads, other, best)


def _on_these(roads: Roads, asked: Asked, plan: Answered) -> OnRoads:
    """Name what opens on some roads, and what could stand for it there."""
    near = {
        str(asked.codes[at])
        for one in alternatives(asked.problem, plan.counts).values()
        for at in one
    }
    return OnRoads(roads, asked.openings(plan.counts), tuple(sorted(near)), plan.is_best)


def _is_out_of_reach(asked: Asked) -> Bools:
    """Communes that neither a place nor a candidate reaches."""
    ground = asked.ground
    reach = ground.minutes_to(ground.points.take(asked.positions))
    nearest = nearest_today(ground, places_kept(ground, asked.question))
    return np.isinf(nearest) & np.isinf(reach).all(axis=1)


def _codes(ground: Ground, which: Bools) -> tuple[str, ...]:
    """Codes of some communes of the perimeter."""
    return tuple(ground.codes[ground.is_inside & which].tolist())


def _names(ground: Ground, codes: set[str]) -> dict[str, str]:
    """Name communes by code."""
    where = np.isin(ground.codes, sorted(codes))
    return dict(zip(ground.codes[where].tolist(), ground.names[where].tolist(), strict=True))
