"""Fixtures of deployment: a published snapshot of the sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.webapp.published import publish


@pytest.fixture(scope="session")
def published_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the sample in a data folder that tests must not change."""
    folder = tmp_path_factory.mktemp("carto-data")
    publish(folder)
    return folder


@pytest.fixture(scope="session")
def published_id(published_dir: Path) -> str:
    """Return the id of the published sample."""
    return (published_dir / "latest").read_text("ascii").split()[0]
