"""What can go wrong between us and a publisher, in French, and whether to try again."""

from __future__ import annotations


class FetchFailure(Exception):  # noqa: N818 - a failure of theirs, turned into an error of ours
    """One try failed.

    Attributes
    ----------
    reason
        Why, in French, without final stop.
    may_pass
        Whether the same request may work later.
    wait_seconds
        Pause that the server asks for, None when it asks for none.
    status
        Status of its answer, None when there was none.
    """

    def __init__(
        self,
        reason: str,
        *,
        may_pass: bool = False,
        wait_seconds: float | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.may_pass = may_pass
        self.wait_seconds = wait_seconds
        self.status = status
