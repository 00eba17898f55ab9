"""Fixtures of fuzzing: the service on the published sample."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.webapp.published import publish
from tests.webapp.small_assets import write_small_assets
from webapp import create_app
from webapp.settings import WebSettings


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """Return the application on a snapshot of the sample."""
    folder = tmp_path_factory.mktemp("carto-data")
    publish(folder)
    static = write_small_assets(tmp_path_factory.mktemp("static"))
    return create_app(WebSettings(data_dir=folder, static_dir=static))
