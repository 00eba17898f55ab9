"""Answers of plans: kept apart by kind of question, computed one at a time whatever the kind."""

from __future__ import annotations

import threading

from webapp.planning.plan_answers import MOST_KEPT, plan_answers


def test_as_many_as_may_be_are_kept() -> None:
    answers = plan_answers()
    first = answers.of(0, lambda: [0])
    for number in range(1, MOST_KEPT):
        answers.of(number, lambda: [])
    assert answers.of(0, lambda: [1]) is first
    for number in range(1, MOST_KEPT + 1):
        answers.of(-number, lambda: [])
    assert answers.of(0, lambda: [1]) == [1]


def test_two_kinds_take_turns() -> None:
    one, other = plan_answers(), plan_answers()
    done: list[str] = []
    started, leave = threading.Event(), threading.Event()

    def slow() -> bool:
        started.set()
        leave.wait(10)
        done.append("first")
        return True

    first = threading.Thread(target=one.of, args=("a", slow))
    first.start()
    started.wait(10)
    second = threading.Thread(target=other.of, args=("a", lambda: done.append("second") or True))
    second.start()
    leave.set()
    for thread in (first, second):
        thread.join()
    assert done == ["first", "second"]
