"""Fixtures for all tests: the embedded demonstration and the real files of France."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from tests.demo import DEMO, Built, build_in, built_once, demo_settings
from tests.geodata.fetching.publisher import Publisher, serving

# A busy machine is no fault of the code, and a failure must come back when it is run again.
settings.register_profile("carto", deadline=None, derandomize=True)
settings.load_profile("carto")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def demo_data() -> Path:
    """Folder of the embedded Finistère files."""
    return DEMO


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the demonstration once, in a data folder that tests must not change."""
    return built_once(tmp_path_factory, "demo", partial(build_in, settings=demo_settings()))


@pytest.fixture(scope="session")
def france_data() -> Path:
    """Folder of the real files of the whole of France; the test is skipped without it."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the real files of France are not in {folder}")
    return folder


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """Serve files and faults on loopback."""
    with serving() as server:
        yield server
