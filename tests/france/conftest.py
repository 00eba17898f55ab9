"""The national snapshot, built once for all the tests that read it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from bench.national_settings import national_settings
from geodata.settings import BuildSettings
from tests.demo import Built, built_once
from tests.france.national_build import build_france

FOLDER = Path(__file__).parent
# Builds France once for all, and once more in another order.
LONGEST = "test_same_id.py"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest file, then with what needs no build, so that no process waits."""
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    """Tell when a test comes: first, second or last."""
    if item.path == FOLDER / LONGEST:
        return 0
    return 2 if "built_france" in getattr(item, "fixturenames", ()) else 1


@pytest.fixture(scope="session")
def france_settings(france_data: Path, tmp_path_factory: pytest.TempPathFactory) -> BuildSettings:
    """Configure every real file of the whole of France."""
    return national_settings(france_data, tmp_path_factory.mktemp("observatory"))


@pytest.fixture(scope="session")
def built_france(france_settings: BuildSettings, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the whole of France, in a data folder that tests must not change."""
    return built_once(tmp_path_factory, "france", partial(build_france, france_settings))
