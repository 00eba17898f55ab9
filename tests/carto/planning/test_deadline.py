"""A deadline: what is left of it, and never less than nothing."""

from __future__ import annotations

from carto.planning.deadline import Deadline


def test_it_runs_out_and_stays_so() -> None:
    times = iter([0.0, 1.0, 9.5, 30.0, 40.0])
    deadline = Deadline(10, lambda: next(times))
    assert [deadline.left_s() for _ in range(4)] == [9.0, 0.5, 0.0, 0.0]


def test_it_follows_a_real_clock() -> None:
    assert 0 < Deadline(60).left_s() <= 60
