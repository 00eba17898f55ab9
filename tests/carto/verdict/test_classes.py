"""The truth table of the verdict, complete: 27 states against a plain enumeration."""

from __future__ import annotations

import numpy as np
import pytest

from carto.verdict.alerts import Alert
from carto.verdict.classes import class_of, classify, possible_classes
from carto.vocabulary import VERDICT_WORDS
from tests.carto.verdict.truth import STATES, State, name, possible, rule, underserved


def alert(truth: bool | None) -> Alert:
    return Alert(np.array([truth is True]), np.array([truth is not False]))


def test_there_are_27_states_and_8_are_decided_by_their_alerts() -> None:
    assert len(set(STATES)) == 27
    assert sum(None not in state for state in STATES) == 8


@pytest.mark.parametrize("state", STATES, ids=name)
def test_bounds_possible_classes_and_underserved(state: State) -> None:
    verdicts = classify(*(alert(truth) for truth in state))
    expected = possible(state)
    assert possible_classes(state) == expected
    assert (verdicts.low[0], verdicts.high[0]) == (expected[0], expected[-1])
    assert bool(verdicts.decided[0]) == (len(expected) == 1)
    assert verdicts.is_underserved() == [underserved(state)]


def test_a_whole_column_of_states_at_once() -> None:
    columns = [
        Alert(
            np.array([state[i] is True for state in STATES]),
            np.array([state[i] is not False for state in STATES]),
        )
        for i in range(3)
    ]
    verdicts = classify(*columns)
    assert verdicts.low.tolist() == [possible(state)[0] for state in STATES]
    assert verdicts.is_underserved() == [underserved(state) for state in STATES]


def test_the_class_never_falls_when_an_alert_rises() -> None:
    decided = [state for state in STATES if None not in state]
    for one in decided:
        for other in decided:
            if all(a <= b for a, b in zip(one, other, strict=True)):  # type: ignore[operator]
                low, high = (
                    class_of(*(np.array([truth], dtype=bool) for truth in state))[0]
                    for state in (one, other)
                )
                assert low <= high


@pytest.mark.parametrize(
    ("alerts", "expected"),
    [
        ((True, True, True), 3),
        ((True, True, False), 2),
        ((True, False, True), 2),
        ((True, False, False), 1),
        ((False, True, True), 1),
        ((False, True, False), 1),
        ((False, False, True), 1),
        ((False, False, False), 0),
    ],
)
def test_the_definition(alerts: tuple[bool, bool, bool], expected: int) -> None:
    assert class_of(*(np.array([truth]) for truth in alerts)).tolist() == [expected]
    assert rule(*alerts) == expected


def test_labels_are_those_of_the_definition() -> None:
    assert [VERDICT_WORDS[str(number)] for number in range(4)] == [
        "non sous-desservie",
        "vigilance",
        "sous-desservie",
        "prioritaire",
    ]
