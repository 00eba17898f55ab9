"""Proposals on the small ground, computed once each."""

from __future__ import annotations

from functools import lru_cache

from carto.planning.siting.proposal import Proposal
from carto.planning.siting.propose import Terms, propose
from carto.planning.siting.question import Question
from carto.verdict.parameters import Robustness
from tests.carto.planning.small_ground import small_ground

PLACES = (("29001", 35.0),)


@lru_cache(maxsize=16)
def proposal(question: Question, limit_s: float = 60.0) -> Proposal:
    """Answer a question where one town has the only place."""
    terms = Terms(2.0, Robustness(), limit_s)
    return propose(small_ground(PLACES), question, terms, [].append)
