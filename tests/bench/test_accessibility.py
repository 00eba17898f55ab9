"""The accessibility of a published country: timed, and the same as that of the access library."""

from __future__ import annotations

from bench.accessibility import compare_with_library, read_country, time_accessibility
from tests.demo import Built


def test_accessibility_is_measured_on_a_snapshot(built_demo: Built) -> None:
    assert time_accessibility(read_country(built_demo.snapshot.folder)) > 0


def test_the_library_finds_the_same(built_demo: Built) -> None:
    found = compare_with_library(read_country(built_demo.snapshot.folder))
    assert found.pairs > 0
    assert found.difference < 1e-9
    assert found.times_faster == found.library_seconds / found.own_seconds
