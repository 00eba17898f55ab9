"""Tests of the grid: the figures of the standard, and tiles where they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pmtiles.reader import MemorySource, all_tiles

from tests.webapp.sample_tiles import sample_tiles
from webapp.ogc.tiles.web_mercator import grid_document, limits
from webapp.tiles.tile_archive import open_archive


def test_the_scales_are_those_of_the_standard():
    matrices = {matrix["id"]: matrix for matrix in grid_document()["tileMatrices"]}
    assert matrices["0"]["scaleDenominator"] == pytest.approx(559082264.028717)
    assert matrices["10"]["cellSize"] == pytest.approx(152.874056570353)
    assert matrices["24"]["matrixWidth"] == 2**24
    assert matrices["7"]["pointOfOrigin"] == pytest.approx([-20037508.3427892, 20037508.3427892])


def test_the_limits_hold_every_tile_of_an_archive(tmp_path):
    path = tmp_path / "communes.pmtiles"
    path.write_bytes(sample_tiles()["communes"])
    archive = open_archive(path, "1a")
    for (zoom, column, row), _ in all_tiles(MemorySource(path.read_bytes())):
        held = limits(archive.bounds, zoom)
        # Tiles have a margin: a shape may spill over the next one.
        assert held["minTileCol"] - 1 <= column <= held["maxTileCol"] + 1
        assert held["minTileRow"] - 1 <= row <= held["maxTileRow"] + 1


@given(
    west=st.floats(-180, 180), east=st.floats(-180, 180),
    south=st.floats(-90, 90), north=st.floats(-90, 90), zoom=st.integers(0, 24),
)  # fmt: skip
def test_limits_never_leave_the_grid(west, east, south, north, zoom):
    bounds = (min(west, east), min(south, north), max(west, east), max(south, north))
    held = limits(bounds, zoom)
    assert 0 <= held["minTileRow"] <= held["maxTileRow"] < 2**zoom
    assert 0 <= held["minTileCol"] <= held["maxTileCol"] < 2**zoom
