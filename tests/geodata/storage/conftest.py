"""Fixtures of storage: a data folder, and a sample snapshot published in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot
from tests.geodata.storage import sample_snapshot


@pytest.fixture
def data_dir(tmp_path: Path) -> DataDir:
    return DataDir(tmp_path / "carto-data")


@pytest.fixture
def snapshot(data_dir: DataDir) -> Snapshot:
    return sample_snapshot.publish(data_dir)
