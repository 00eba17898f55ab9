"""The answers to those who plan: one is computed at a time, whatever is asked, the last kept.

Whoever asks alone is answered in five seconds: the search ends after `LIMIT_S`, and what it found
is told with what it may miss. Whoever waits for others is told to come back before long.
"""

from __future__ import annotations

from typing import Any

from webapp.long_answers import Kept, LongAnswers, Turns

MOST_KEPT = 24
# Seconds that a search takes at most; to read, to draw and to write take the others.
LIMIT_S = 3.0
_LONGEST_WAIT_S = 6.0
_BUSY = "Un autre calcul est en cours : réessayez dans quelques secondes."
_TURNS = Turns(longest_wait_s=_LONGEST_WAIT_S)


def plan_answers() -> LongAnswers[Any, Any]:
    """Make room for the answers to one kind of question, which take their turn with all others.

    Their number alone is bounded: each takes some tens of kilobytes.
    """
    return LongAnswers(_TURNS, Kept(MOST_KEPT, MOST_KEPT, lambda _: 1), _BUSY)
