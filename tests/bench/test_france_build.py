"""The tiles of a build are timed by what it says."""

from __future__ import annotations

from pathlib import Path

from bench.france_build import build_france
from tests.demo import demo_settings


def test_seconds_of_the_tiles_are_part_of_those_of_the_build(tmp_path: Path) -> None:
    first = build_france(demo_settings(), tmp_path)
    assert 0 < first.tiles_seconds < first.seconds
    second = build_france(demo_settings(), tmp_path)
    assert (second.snapshot, second.tiles_seconds) == (first.snapshot, 0)
    assert second.seconds < first.seconds
