"""The accessibility of a published country: timed, and the same as that of the access library."""

from __future__ import annotations

from bench.accessibility import (
    Comparison,
    compare_with_library,
    read_country,
    time_accessibility,
)
from tests.demo import Built


def test_accessibility_is_measured_on_a_snapshot(built_demo: Built) -> None:
    assert time_accessibility(read_country(built_demo.snapshot.folder)) > 0


def test_the_library_finds_the_same(built_demo: Built) -> None:
    found = compare_with_library(read_country(built_demo.snapshot.folder))
    assert found.pairs > 0
    assert found.difference < 1e-9


def test_the_library_is_said_to_take_so_many_times_longer() -> None:
    compared = Comparison(pairs=10, own_seconds=0.5, library_seconds=10.0, difference=0.0)
    assert compared.times_faster == 20
