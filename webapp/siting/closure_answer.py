"""What withdrawals cost, computed once for the page and the API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from carto.planning.closing.closure import Stakes, Withdrawals, least_lengthening
from carto.planning.closing.closure_effect import Loss, reduction, stakes_of, withdrawal
from carto.planning.deadline import Deadline
from carto.planning.grounds.ground import Ground
from carto.verdict.parameters import Alerts
from webapp.caching import not_to_be_kept
from webapp.long_answers import LongAnswers
from webapp.planning.grounds import ground_of
from webapp.planning.plan_answers import LIMIT_S, plan_answers
from webapp.siting.closure_question import CHOSEN, HOURS, LEAST, AskedClosure
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

Integers = NDArray[np.int64]

_LEAST_TIME_S = 0.5


class Key(NamedTuple):
    """What an answer depends on."""

    snapshot: str
    territory: tuple[str, str]
    asked: AskedClosure
    reference: float


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

    @property
    def is_cut_short(self) -> bool:
        """Whether time ran out: a step is not proved the least, or is not told."""
        return self.gap > 0 or (self.asked.way == LEAST and len(self.steps) < self.asked.count)


_ANSWERS: LongAnswers[Key, ClosureAnswer] = plan_answers()


def answer_closure(
    snapshot: LoadedSnapshot, territory: tuple[str, str], asked: AskedClosure, alerts: Alerts
) -> ClosureAnswer:
    """Find the withdrawals that are asked for, and measure what they cost.

    What hung on the time there was is answered under no validator: see `webapp.caching`.

    Parameters
    ----------
    snapshot
        Where the territory is published.
    territory
        Its type and code.
    asked
        The question.
    alerts
        Whose least accessibility tells the hours that are missing.

    Raises
    ------
    BusyError
        When others are being answered for too long.
    """
    key = Key(snapshot.id, territory, asked, alerts.accessibility_min)
    ground = ground_of(snapshot, *territory)
    answer = _ANSWERS.of(key, lambda: _answer(ground, asked, alerts.accessibility_min))
    if answer.is_cut_short:
        not_to_be_kept()
    return answer


def _answer(ground: Ground, asked: AskedClosure, reference: float) -> ClosureAnswer:
    """Compute an answer."""
    if asked.way == HOURS:
        nothing = np.empty(0, dtype=np.int64)
        return ClosureAnswer(asked, (), nothing, reduction(ground, asked.share / 100))
    if asked.way == CHOSEN:
        gone = np.flatnonzero(np.isin(ground.place_ids, list(asked.places)))
        return ClosureAnswer(asked, (), gone, withdrawal(ground, gone))
    steps = tuple(_steps(stakes_of(ground, reference), asked.count))
    gone = steps[-1].places if steps else np.empty(0, dtype=np.int64)
    return ClosureAnswer(asked, steps, gone, withdrawal(ground, gone))


def _steps(stakes: Stakes, count: int) -> list[Withdrawals]:
    """Find the least withdrawals of as many places as asked, then of fewer while time is left."""
    deadline = Deadline(LIMIT_S)
    found: list[Withdrawals] = []
    for fewer in range(count, 0, -1):
        left = deadline.left_s()
        if found and left < _LEAST_TIME_S:
            break
        found.append(least_lengthening(stakes, fewer, left))
    return found[::-1]
