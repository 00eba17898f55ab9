"""Three-valued logic: a condition about a missing value is neither true nor false."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Truth:
    """What a condition says of every row.

    Where neither flag is set, a value is missing and nothing is known: `NOT` keeps it so, and a
    filter does not choose the row.

    Attributes
    ----------
    true, false
        Rows where the condition holds, and rows where it does not.

    Examples
    --------
    >>> known = np.array([True, True, False])
    >>> dense = Truth.of(np.array([True, False, False]), known)
    >>> (~dense).true
    array([False,  True, False])
    >>> (dense | Truth.everywhere(True, 3)).true
    array([ True,  True,  True])
    >>> (dense & Truth.everywhere(False, 3)).false
    array([ True,  True,  True])
    """

    true: Flags
    false: Flags

    @classmethod
    def of(cls, holds: Flags, known: Flags) -> Truth:
        """Say what holds, where it is known."""
        return cls(holds & known, ~holds & known)

    @classmethod
    def everywhere(cls, holds: bool, count: int) -> Truth:
        """Say the same of every one of `count` rows."""
        return cls(np.full(count, holds), np.full(count, not holds))

    def __and__(self, other: Truth) -> Truth:
        return Truth(self.true & other.true, self.false | other.false)

    def __or__(self, other: Truth) -> Truth:
        return Truth(self.true | other.true, self.false & other.false)

    def __invert__(self) -> Truth:
        return Truth(self.false, self.true)
