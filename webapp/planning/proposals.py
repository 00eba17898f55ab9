"""The proposals of this process: one is computed at a time, the last ones are kept.

A proposal takes from a tenth of a second to `LIMIT_S` of one core. A few others wait for their
turn, and a visitor is told to come back when it cannot come soon.
"""

from __future__ import annotations

from carto.planning.siting.proposal import Proposal
from carto.planning.siting.propose import Terms, propose
from carto.planning.siting.question import Question, QuestionError
from carto.verdict.parameters import Alerts
from webapp.caching import not_to_be_kept
from webapp.errors import ParameterError
from webapp.long_answers import LongAnswers
from webapp.planning.grounds import ground_of
from webapp.planning.plan_answers import LIMIT_S, plan_answers
from webapp.planning.planning_method import robustness_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

Territory = tuple[str, str]
Key = tuple[str, Territory, Question, float]


_PROPOSALS: LongAnswers[Key, Proposal] = plan_answers()


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
    key = (snapshot.id, territory, question, alerts.accessibility_min)
    proposal = _PROPOSALS.of(key, lambda: _answer(snapshot, territory, question, alerts))
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
