"""A deadline that several steps share: what one does not use is left to the next ones."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic


class Deadline:
    """Time that is left.

    Parameters
    ----------
    limit_s
        Seconds from now.
    clock
        What tells the seconds, from any origin.
    """

    def __init__(self, limit_s: float, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._end = clock() + limit_s

    def left_s(self) -> float:
        """Seconds that are left; 0 once it has passed.

        >>> hours = iter([100.0, 104.0, 200.0])
        >>> deadline = Deadline(10.0, lambda: next(hours))
        >>> deadline.left_s(), deadline.left_s()
        (6.0, 0.0)
        """
        return max(0.0, self._end - self._clock())
