"""The proposals of this process: one is computed at a time, the last ones are kept.

A proposal takes from a tenth of a second to `LIMIT_S` of one core. A second one waits for its turn,
and a visitor is told to come back when it does not come.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

from carto.planning.siting.proposal import Proposal
from carto.planning.siting.propose import Terms, propose
from carto.planning.siting.question import Question, QuestionError
from carto.verdict.parameters import Alerts
from webapp.caching import not_to_be_kept
from webapp.errors import BusyError, ParameterError
from webapp.planning.grounds import ground_of
from webapp.planning.planning_method import robustness_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

LIMIT_S = 20.0
MOST_KEPT = 24
_LONGEST_WAIT_S = 25.0

Territory = tuple[str, str]
Key = tuple[str, Territory, Question, float]


class Proposals:
    """Proposals that this process has made, the last ones asked for."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._kept: OrderedDict[Key, Proposal] = OrderedDict()

    def of(
        self, snapshot: LoadedSnapshot, territory: Territory, question: Question, alerts: Alerts
    ) -> Proposal:
        """Answer a question, or give the answer that is kept; see `proposal_of`."""
        key = (snapshot.id, territory, question, alerts.accessibility_min)
        if not self._turn.acquire(timeout=_LONGEST_WAIT_S):
            raise BusyError("Un autre plan est en cours de calcul : réessayez dans une minute.")
        try:
            if key not in self._kept:
                self._kept[key] = _answer(snapshot, territory, question, alerts)
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]
        finally:
            self._turn.release()


_PROPOSALS = Proposals()


def proposal_of(
    snapshot: LoadedSnapshot, territory: Territory, question: Question, alerts: Alerts
) -> Proposal:
    """Answer a question about a territory, in `LIMIT_S` at most.

    What hung on the time there was is answered under no validator: see `webapp.caching`.

    Parameters
    ----------
    snapshot
        Where the territory is published.
    territory
        Its type and code.
    question
        What is asked.
    alerts
        Thresholds, whose least accessibility is the reference of what is missing.

    Raises
    ------
    ParameterError
        When the question cannot be asked there, naming the parameter to change.
    BusyError
        When others are being answered for too long.
    """
    proposal = _PROPOSALS.of(snapshot, territory, question, alerts)
    if proposal.is_cut_short:
        not_to_be_kept()
    return proposal


def _answer(
    snapshot: LoadedSnapshot, territory: Territory, question: Question, alerts: Alerts
) -> Proposal:
    """Answer a question."""
    terms = Terms(alerts.accessibility_min, robustness_of(snapshot.facts), LIMIT_S)
    try:
        return propose(ground_of(snapshot, *territory), question, terms, _say_nothing)
    except QuestionError as error:
        raise ParameterError(error.parameter, str(error)) from None


def _say_nothing(step: str) -> None:
    """Tell no progress: nobody watches a request."""
