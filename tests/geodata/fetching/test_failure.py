"""A failure says why, and passes only when it is told to."""

from __future__ import annotations

from geodata.fetching.failure import FetchFailure


def test_a_failure_does_not_pass_by_default() -> None:
    failure = FetchFailure("serveur muet")
    assert (str(failure), failure.reason) == ("serveur muet", "serveur muet")
    assert not failure.may_pass
    assert failure.wait_seconds is None
