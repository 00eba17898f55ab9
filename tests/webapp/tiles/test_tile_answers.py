"""Tests of the validators of tiles: one per snapshot and coding."""

from __future__ import annotations

from webapp.tiles.tile_answers import tile_etag


def test_each_snapshot_and_coding_has_its_own_validator():
    validators = {
        tile_etag(name, is_gzip=coded) for name in ("1a", "2b") for coded in (True, False)
    }
    assert len(validators) == 4
