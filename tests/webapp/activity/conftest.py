"""The sample with the local files of one of its EPCI."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from geodata.storage.snapshot import Snapshot
from tests.webapp.activity.local_rows import LOCAL_ROWS
from tests.webapp.published import publish
from tests.webapp.sample import TABLES
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load


@pytest.fixture(scope="package")
def local_snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """Publish the sample with local files."""
    return publish(tmp_path_factory.mktemp("local"), {**TABLES, **LOCAL_ROWS})


@pytest.fixture(scope="package")
def local(local_snapshot: Snapshot) -> LoadedSnapshot:
    """Load the sample with local files."""
    return load(local_snapshot)


@pytest.fixture(scope="package")
def local_client(local_snapshot: Snapshot, app_on: Callable[[Path], Flask]) -> FlaskClient:
    """Return a client of the sample with local files."""
    return app_on(local_snapshot.folder.parents[1]).test_client()
