"""Three-valued logic, by its table."""

from __future__ import annotations

import numpy as np

from webapp.ogc.filtering.truth import Truth

YES, NO, UNKNOWN = "oui", "non", "?"
# SQL and CQL2 agree on this table.
AND = {(YES, YES): YES, (YES, UNKNOWN): UNKNOWN, (UNKNOWN, UNKNOWN): UNKNOWN}
OR = {(NO, NO): NO, (NO, UNKNOWN): UNKNOWN, (UNKNOWN, UNKNOWN): UNKNOWN}
NOT = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}


def truth(word: str) -> Truth:
    return Truth(np.array([word == YES]), np.array([word == NO]))


def word(said: Truth) -> str:
    assert not (said.true & said.false).any()
    return YES if said.true[0] else NO if said.false[0] else UNKNOWN


def test_and_or_not_follow_the_table() -> None:
    for left, contrary in NOT.items():
        assert word(~truth(left)) == contrary
        for right in NOT:
            pair, other = (left, right), (right, left)
            assert word(truth(left) & truth(right)) == AND.get(pair, AND.get(other, NO))
            assert word(truth(left) | truth(right)) == OR.get(pair, OR.get(other, YES))


def test_what_is_not_known_is_neither() -> None:
    said = Truth.of(np.array([True, False]), np.array([False, False]))
    assert not said.true.any()
    assert not said.false.any()
