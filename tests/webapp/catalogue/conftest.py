"""What the tests of the catalogue share: the published sample, loaded."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


@pytest.fixture
def snapshot(app: Flask) -> LoadedSnapshot:
    """Return the published sample."""
    with app.test_request_context():
        return current()
