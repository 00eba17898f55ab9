"""The answers to those who plan: one is computed at a time, whatever is asked, the last kept."""

from __future__ import annotations

from typing import Any

from webapp.long_answers import Kept, LongAnswers, Turns

MOST_KEPT = 24
_BUSY = "Un autre calcul est en cours : réessayez dans une minute."
_TURNS = Turns()


def plan_answers() -> LongAnswers[Any, Any]:
    """Make room for the answers to one kind of question, which take their turn with all others.

    Their number alone is bounded: each takes some tens of kilobytes.
    """
    return LongAnswers(_TURNS, Kept(MOST_KEPT, MOST_KEPT, lambda _: 1), _BUSY)
