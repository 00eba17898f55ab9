"""Tests of the archives: every tile is found, byte for byte, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pmtiles.reader import MemorySource, Reader, all_tiles

from tests.webapp.sample_tiles import FIRST_ZOOM, LAST_ZOOM, sample_tiles
from webapp.tiles.tile_archive import TileArchive, open_archive


@pytest.fixture
def archive(tmp_path: Path) -> TileArchive:
    """Open the tiles of the communes of the sample."""
    path = tmp_path / "communes.pmtiles"
    path.write_bytes(sample_tiles()["communes"])
    return open_archive(path, "1a2b")


def test_each_tile_is_the_one_that_another_reader_finds(archive: TileArchive):
    source = MemorySource(sample_tiles()["communes"])
    expected = {f"{z}/{x}/{y}": data for (z, x, y), data in all_tiles(source)}
    assert {name: archive.tile(name) for name in archive.names()} == expected
    assert expected


@pytest.mark.parametrize("name", ["", "6", "6/0/0", "06/31/22", "6/31/22.mvt", "6/-1/22", "7/a/b"])
def test_any_other_name_names_no_tile(archive: TileArchive, name: str):
    assert archive.tile(name) is None


def test_what_the_writer_said_is_kept(archive: TileArchive):
    header = Reader(MemorySource(sample_tiles()["communes"])).header()
    assert archive.zooms == range(FIRST_ZOOM, LAST_ZOOM + 1)
    assert archive.bounds[0] == header["min_lon_e7"] / 1e7
    assert archive.bounds[3] == header["max_lat_e7"] / 1e7
    assert {"code", "nom", "verdict", "classe_verdict"} <= archive.fields.keys()
    assert archive.fields["population"] == "Number"


def test_another_layer_has_no_fields_here(tmp_path: Path):
    path = tmp_path / "autre.pmtiles"
    path.write_bytes(sample_tiles()["communes"])
    assert open_archive(path, "1a2b").fields == {}
