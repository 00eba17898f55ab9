"""What reading a value may conclude beside the value: it is unusable, or it needed a remark."""

from __future__ import annotations

from collections.abc import Callable

Remark = Callable[[str, str], None]
"""Called with a stable code and a French sentence when a value is repaired or doubtful."""


class UnusableValueError(ValueError):
    """A value that no proof can repair; its row is refused.

    Parameters
    ----------
    code
        Stable reason code (`CODE_INVALIDE`).
    reason
        French sentence without final stop.
    """

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(f"{code}: {reason}")
        self.code = code
        self.reason = reason
