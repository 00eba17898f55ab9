"""The tiles of a build are timed by what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import france_build
from tests.demo import DEMO


def test_seconds_of_the_tiles_are_part_of_those_of_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(france_build, "SETTINGS", DEMO / "carto.toml")
    first = france_build.build_france(tmp_path)
    assert 0 < first.tiles_seconds < first.seconds
    second = france_build.build_france(tmp_path)
    assert (second.snapshot, second.tiles_seconds) == (first.snapshot, 0)
    assert second.seconds < first.seconds
