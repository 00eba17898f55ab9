"""The best plan in the time there is: the solver's, or the greedy one where it has no better."""

from __future__ import annotations

from collections.abc import Callable

from carto.planning.siting.problem import Answered, Problem, loss_of

Solver = Callable[[int, float], Answered]

# Under this there is no time to prove anything.
_SHORTEST_S = 0.05


def solve(problem: Problem, solver: Solver, count: int, limit_s: float) -> Answered:
    """Find the best plan, with a bound on what any plan may lose.

    Parameters
    ----------
    problem
        The question.
    solver
        `problem.best`, or `problem.stage` for a plan on the way to it.
    count
        What may open.
    limit_s
        Seconds after which the best plan so far is given.
    """
    if limit_s >= _SHORTEST_S:
        answered = solver(count, limit_s)
        if answered.is_best:
            return answered
    else:
        answered = None
    greedy, bound = problem.path.steps(count)[-1], 0.0
    if problem.is_submodular:
        bound = problem.path.least_possible_loss(count)
    if answered is None:
        return Answered(greedy, bound, is_best=False)
    counts = min(answered.counts, greedy, key=lambda plan: loss_of(problem, plan))
    return Answered(counts, max(answered.bound, bound), is_best=False)
