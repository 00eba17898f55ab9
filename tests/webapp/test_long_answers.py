"""Long answers: one at a time, a few wait, the last ones are kept within a weight."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from webapp.errors import BusyError
from webapp.long_answers import Kept, LongAnswers, Turns

BUSY = "Réessayez bientôt."


def kept(most: int = 4, most_bytes: int = 100) -> Kept[str, bytes]:
    return Kept(most, most_bytes, len)


@contextmanager
def busy_with(turns: Turns, count: int) -> Iterator[None]:
    """Take the turn, and have `count - 1` others wait for it."""
    leave, entered = threading.Event(), threading.Semaphore(0)

    def stay() -> None:
        with turns.taken(BUSY):
            entered.release()
            leave.wait(10)

    threads = [threading.Thread(target=stay) for _ in range(count)]
    for thread in threads:
        thread.start()
    entered.acquire(timeout=10)
    while turns._inside < count:
        leave.wait(0.001)
    try:
        yield
    finally:
        leave.set()
        for thread in threads:
            thread.join()


def test_an_answer_is_computed_once() -> None:
    answers = LongAnswers(Turns(), kept(), BUSY)
    first = answers.of("a", lambda: b"first")
    assert answers.of("a", lambda: b"second") is first


def test_one_too_many_is_told_at_once() -> None:
    turns = Turns(most_waiting=2, longest_wait_s=10)
    with busy_with(turns, 3), pytest.raises(BusyError, match="Réessayez"), turns.taken(BUSY):
        pass
    with turns.taken(BUSY):
        assert turns._inside == 1
    assert turns._inside == 0


def test_too_long_a_wait_is_told() -> None:
    turns = Turns(most_waiting=2, longest_wait_s=0.01)
    with busy_with(turns, 1), pytest.raises(BusyError), turns.taken(BUSY):
        pass
    assert turns._inside == 0


def test_what_is_kept_waits_for_nobody() -> None:
    turns = Turns(most_waiting=0)
    answers = LongAnswers(turns, kept(), BUSY)
    answers.of("a", lambda: b"first")
    with busy_with(turns, 1):
        assert answers.of("a", lambda: b"second") == b"first"
        with pytest.raises(BusyError):
            answers.of("b", lambda: b"other")


def test_a_failure_leaves_its_turn() -> None:
    answers = LongAnswers(Turns(most_waiting=0), kept(), BUSY)
    with pytest.raises(ZeroDivisionError):
        answers.of("a", lambda: b"%d" % (1 // 0))
    assert answers.of("a", lambda: b"then") == b"then"


def test_those_who_wait_for_the_same_answer_share_it() -> None:
    answers, made = LongAnswers(Turns(), kept(), BUSY), []
    entered, leave = threading.Event(), threading.Event()

    def compute() -> bytes:
        made.append(1)
        entered.set()
        leave.wait(10)
        return b"shared"

    threads = [threading.Thread(target=answers.of, args=("a", compute)) for _ in range(3)]
    for thread in threads:
        thread.start()
    entered.wait(10)
    leave.set()
    for thread in threads:
        thread.join()
    assert made == [1]


def test_the_oldest_answer_goes_first_by_number_and_by_weight() -> None:
    few = kept(most=2)
    for name in ("a", "b"):
        few.put(name, b"x")
    few.get("a")
    few.put("c", b"x")
    assert [few.get(name) for name in ("a", "b", "c")] == [b"x", None, b"x"]
    light = kept(most_bytes=10)
    for name in ("a", "b", "c"):
        light.put(name, b"1234")
    assert [light.get(name) for name in ("a", "b", "c")] == [None, b"1234", b"1234"]
    light.put("c", b"12345")
    assert light.get("b") == b"1234"


def test_what_weighs_too_much_alone_is_not_kept() -> None:
    light = kept(most_bytes=3)
    light.put("a", b"1234")
    assert light.get("a") is None
    light.put("b", b"12")
    assert light.get("b") == b"12"
    light.clear()
    assert light.get("b") is None
