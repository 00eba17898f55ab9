"""Where the tiles of the sample are."""

from __future__ import annotations

import pytest
from pmtiles.reader import MemorySource, all_tiles

from tests.webapp.sample_tiles import sample_tiles


@pytest.fixture(scope="session")
def tile_name() -> str:
    """Return zoom, column and row of a tile of communes, at the last zoom."""
    *_, ((zoom, column, row), _) = all_tiles(MemorySource(sample_tiles()["communes"]))
    return f"{zoom}/{column}/{row}"


@pytest.fixture
def tile_path(snapshot_id: str, tile_name: str) -> str:
    """Return the address of that tile."""
    return f"/tuiles/{snapshot_id}/communes/{tile_name}.mvt"
