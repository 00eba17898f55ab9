"""What withdrawals cost, computed once for the page and the API."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto.planning.closure import Withdrawals, least_lengthening
from carto.planning.closure_effect import Loss, is_place_inside, reduction, withdrawal
from carto.planning.ground import Ground
from webapp.siting.closure_question import CHOSEN, HOURS, LEAST, AskedClosure

Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ClosureAnswer:
    """An answer.

    Attributes
    ----------
    steps
        The least withdrawals of one place, two, and so on; none in the other ways.
    gone
        Positions of the places that go, rising.
    loss
        What that costs.
    """

    asked: AskedClosure
    steps: tuple[Withdrawals, ...]
    gone: Integers
    loss: Loss

    @property
    def is_answered(self) -> bool:
        """Whether something goes."""
        return self.asked.way == HOURS or len(self.gone) > 0

    @property
    def gap(self) -> float:
        """Share by which less may be possible; 0 when nothing is less."""
        return max((step.gap for step in self.steps), default=0.0)


def answer_closure(ground: Ground, asked: AskedClosure) -> ClosureAnswer:
    """Find the withdrawals that are asked for, and measure what they cost.

    Parameters
    ----------
    ground
        Of the territory.
    asked
        The question.
    """
    steps: tuple[Withdrawals, ...] = ()
    gone = np.empty(0, dtype=np.int64)
    if asked.way == LEAST:
        inside = is_place_inside(ground)
        steps = tuple(
            least_lengthening(ground.minutes, ground.people, inside, ground.hours, count)
            for count in range(1, asked.count + 1)
        )
        gone = steps[-1].places if steps else gone
    elif asked.way == CHOSEN:
        gone = np.flatnonzero(np.isin(ground.place_ids, list(asked.places)))
    loss = reduction(ground, asked.share / 100) if asked.way == HOURS else withdrawal(ground, gone)
    return ClosureAnswer(asked, steps, gone, loss)
