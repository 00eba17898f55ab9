"""The collections of the published sample."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.ogc.features.collections import COLLECTIONS, feature_table
from webapp.ogc.features.feature_table import FeatureTable
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load


@pytest.fixture(scope="session")
def loaded(snapshot_dir: Path) -> LoadedSnapshot:
    """Load the sample."""
    return load(open_latest(DataDir(snapshot_dir))[0])


@pytest.fixture(scope="session")
def tables(loaded: LoadedSnapshot) -> Mapping[str, FeatureTable]:
    """Open its collections, the empty one too."""
    return {name: feature_table(loaded, one) for name, one in COLLECTIONS.items()}


@pytest.fixture(scope="session")
def communes_table(tables: Mapping[str, FeatureTable]) -> FeatureTable:
    """Return the communes: squares of a few kilometres."""
    return tables["communes"]


@pytest.fixture(scope="session")
def lieux_table(tables: Mapping[str, FeatureTable]) -> FeatureTable:
    """Return the places of help: points."""
    return tables["lieux"]


@pytest.fixture(scope="session")
def fibre_table(tables: Mapping[str, FeatureTable]) -> FeatureTable:
    """Return the fibre by quarter: rows left on disk."""
    return tables["fibre_history"]
