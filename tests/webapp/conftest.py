"""Fixtures of the service: a published snapshot of the sample, the application, its client."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from pmtiles.reader import MemorySource, all_tiles

from carto.drawing.indicators.classification import indicators_for
from carto.drawing.indicators.indicator import Indicator
from geodata.storage.data_dir import DataDir
from tests.webapp.published import publish
from tests.webapp.sample import FACTS, TABLES, Row
from tests.webapp.sample_tiles import sample_tiles
from tests.webapp.small_assets import write_small_assets
from webapp import create_app
from webapp.settings import WebSettings


@pytest.fixture(scope="session")
def snapshot_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the sample in a data folder that tests must not change."""
    folder = tmp_path_factory.mktemp("carto-data")
    publish(folder)
    return folder


@pytest.fixture
def own_snapshot_dir(snapshot_dir: Path, tmp_path: Path) -> Path:
    """Copy the data folder, for a test to damage or publish to."""
    copy = tmp_path / "data"
    shutil.copytree(snapshot_dir, copy)
    for folder, _, files in os.walk(copy):
        for name in ("", *files):
            (Path(folder) / name).chmod(0o755)
    return copy


@pytest.fixture(scope="session")
def snapshot_id(snapshot_dir: Path) -> str:
    """Return the id of the published sample."""
    return DataDir(snapshot_dir).latest_ids()[0]


@pytest.fixture(scope="session")
def static_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Assemble assets in small: one file per logical name, with its compressed twins."""
    return write_small_assets(tmp_path_factory.mktemp("static"))


@pytest.fixture(scope="session")
def app_on(static_dir: Path) -> Callable[[Path], Flask]:
    """Make the application on any data folder."""

    def make(data_dir: Path) -> Flask:
        app = create_app(WebSettings(data_dir=data_dir, static_dir=static_dir))
        app.testing = True
        return app

    return make


@pytest.fixture(scope="session")
def app(app_on: Callable[[Path], Flask], snapshot_dir: Path) -> Flask:
    """Return the application on the published sample."""
    return app_on(snapshot_dir)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a client of the application."""
    return app.test_client()


def parsed(row: Row) -> Row:
    """Return a row with its flags and reasons parsed."""
    flags = [flag for flag in row["flags"].split("|") if flag]
    return {**row, "flags": flags, "reasons": json.loads(row.get("reasons", "{}"))}


@pytest.fixture
def communes() -> dict[str, Row]:
    """Return the sample communes by code."""
    return {row["code_insee"]: parsed(row) for row in TABLES["communes"]}


@pytest.fixture
def sites() -> dict[str, Row]:
    """Return the sample places by id."""
    return {row["id"]: parsed(row) for row in TABLES["sites"]}


@pytest.fixture
def facts() -> Mapping[str, Any]:
    """Return the facts of the sample."""
    return FACTS


@pytest.fixture
def indicators(facts: Mapping[str, Any]) -> dict[str, Indicator]:
    """Return the indicators of the sample."""
    return indicators_for(facts)


@pytest.fixture(scope="session")
def tile_name() -> str:
    """Return zoom, column and row of a tile of communes, at the last zoom."""
    *_, ((zoom, column, row), _) = all_tiles(MemorySource(sample_tiles()["communes"]))
    return f"{zoom}/{column}/{row}"
