"""Snapshots that the tests of maps read: the sample, as a country, at several quarters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from tests.webapp.published import publish
from tests.webapp.sample_quarters import QUARTER_TABLES
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load


@pytest.fixture(scope="package")
def sample(snapshot_dir: Path) -> LoadedSnapshot:
    """Load the sample."""
    return load(*open_latest(DataDir(snapshot_dir)))


@pytest.fixture(scope="package")
def country(tmp_path_factory: pytest.TempPathFactory) -> LoadedSnapshot:
    """Load the sample published as the whole of France."""
    return load(publish(tmp_path_factory.mktemp("country"), is_country=True))


@pytest.fixture(scope="package")
def quarters(
    tmp_path_factory: pytest.TempPathFactory, app_on: Callable[[Path], Flask]
) -> FlaskClient:
    """Return a client of the sample at three quarters: 2024-T2, 2025-T2, 2026-T2."""
    folder = tmp_path_factory.mktemp("quarters")
    publish(folder, QUARTER_TABLES)
    return app_on(folder).test_client()
