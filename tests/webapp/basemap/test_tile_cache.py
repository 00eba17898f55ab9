"""Tests of `webapp.basemap.tile_cache`."""

from __future__ import annotations

import os
from pathlib import Path

from webapp.basemap.tile_cache import TileCache


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    cache = TileCache(tmp_path / "fond", 1000)
    assert cache.read("8-1-2.png") is None
    cache.keep("8-1-2.png", b"tile")
    assert cache.read("8-1-2.png") == b"tile"
    assert TileCache(tmp_path / "fond", 1000).read("8-1-2.png") == b"tile"


def test_the_oldest_tiles_go_when_the_folder_is_too_heavy(tmp_path: Path) -> None:
    cache = TileCache(tmp_path, 100)
    for number in range(10):
        cache.keep(f"{number}.png", b"x" * 10)
        os.utime(tmp_path / f"{number}.png", (number, number))
    assert len(list(tmp_path.iterdir())) == 10
    cache.keep("99.png", b"x" * 10)
    kept = {path.name for path in tmp_path.iterdir()}
    assert kept == {f"{number}.png" for number in (3, 4, 5, 6, 7, 8, 9, 99)}


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = TileCache(tmp_path / "file" / "fond", 100)
    cache.keep("1.png", b"tile")
    assert cache.read("1.png") is None
