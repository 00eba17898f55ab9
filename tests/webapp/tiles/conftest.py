"""Where the tiles of the sample are."""

from __future__ import annotations

import pytest


@pytest.fixture
def tile_path(snapshot_id: str, tile_name: str) -> str:
    """Return the address of a tile of communes."""
    return f"/tuiles/{snapshot_id}/communes/{tile_name}.mvt"
