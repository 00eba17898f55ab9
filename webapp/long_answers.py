"""Answers that take seconds: one at a time, a few visitors wait, the last ones are kept.

A process answers with a few threads. One that computes leaves the others free, a few that wait hold
as many of them, and whoever comes after those is told at once to come back: pages stay quick.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from webapp.errors import BusyError

MOST_WAITING = 3
LONGEST_WAIT_S = 25.0

Key = TypeVar("Key", bound=Hashable)
Answer = TypeVar("Answer")


class Turns:
    """One computation at a time, and few that wait for it.

    Parameters
    ----------
    most_waiting
        How many may wait.
    longest_wait_s
        Seconds that one of them waits at most.
    """

    def __init__(
        self, most_waiting: int = MOST_WAITING, longest_wait_s: float = LONGEST_WAIT_S
    ) -> None:
        self._most_inside = 1 + most_waiting
        self._longest_wait_s = longest_wait_s
        self._counting = threading.Lock()
        self._turn = threading.Lock()
        self._inside = 0

    @contextmanager
    def taken(self, busy: str) -> Iterator[None]:
        """Wait for a turn, and keep it for the block.

        Parameters
        ----------
        busy
            What is said when the turn does not come.

        Raises
        ------
        BusyError
            When too many wait already, or for too long.
        """
        with self._counting:
            if self._inside >= self._most_inside:
                raise BusyError(busy)
            self._inside += 1
        try:
            if not self._turn.acquire(timeout=self._longest_wait_s):
                raise BusyError(busy)
            try:
                yield
            finally:
                self._turn.release()
        finally:
            with self._counting:
                self._inside -= 1


class Kept(Generic[Key, Answer]):
    """The last answers asked for, as many as fit a number and a weight.

    Parameters
    ----------
    most
        How many at most.
    most_bytes
        What they may weigh together; one that weighs more alone is not kept.
    weigh
        Tells the bytes of an answer.
    """

    def __init__(self, most: int, most_bytes: int, weigh: Callable[[Answer], int]) -> None:
        self._most = most
        self._most_bytes = most_bytes
        self._weigh = weigh
        self._lock = threading.Lock()
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._bytes = 0

    def get(self, key: Key) -> Answer | None:
        """Give what is kept; None when nothing is."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def put(self, key: Key, answer: Answer) -> None:
        """Keep an answer, and let go of the oldest ones that no longer fit."""
        with self._lock:
            if key in self._answers:
                self._bytes -= self._weigh(self._answers.pop(key))
            self._answers[key] = answer
            self._bytes += self._weigh(answer)
            while len(self._answers) > self._most or self._bytes > self._most_bytes:
                _, gone = self._answers.popitem(last=False)
                self._bytes -= self._weigh(gone)

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._answers.clear()
            self._bytes = 0


class LongAnswers(Generic[Key, Answer]):
    """Answers computed in turn, and kept.

    Parameters
    ----------
    turns
        Shared by the answers that never run together.
    kept
        Where they are kept: what is there waits for nobody.
    busy
        What is said to those whose turn does not come.
    """

    def __init__(self, turns: Turns, kept: Kept[Key, Answer], busy: str) -> None:
        self._turns = turns
        self._kept = kept
        self._busy = busy

    def of(self, key: Key, compute: Callable[[], Answer]) -> Answer:
        """Give the answer that is kept, or compute it in turn.

        Parameters
        ----------
        key
            All that the answer depends on.
        compute
            Makes the answer.

        Raises
        ------
        BusyError
            When too many wait already, or for too long.
        """
        found = self._kept.get(key)
        if found is None:
            with self._turns.taken(self._busy):
                found = self._kept.get(key)
                if found is None:
                    found = compute()
                    self._kept.put(key, found)
        return found
