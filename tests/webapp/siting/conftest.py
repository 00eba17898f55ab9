"""The published sample, loaded, and the ground of its département, for tests of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from carto.planning.grounds.ground import Ground
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.planning.grounds import Grounds
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load


@pytest.fixture(scope="session")
def sample(snapshot_dir: Path) -> LoadedSnapshot:
    """Load the published sample."""
    return load(open_latest(DataDir(snapshot_dir))[0])


@pytest.fixture(scope="session")
def finistere(sample: LoadedSnapshot) -> Ground:
    """Cut the ground of the département of the sample."""
    return Grounds().of(sample, "departement", "29")
