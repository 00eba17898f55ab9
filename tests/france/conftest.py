"""The national snapshot, built once for all the tests that read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.national_settings import national_settings
from geodata.settings import BuildSettings
from tests.demo import Built
from tests.france.national_build import build_france


@pytest.fixture(scope="session")
def france_settings(france_data: Path, tmp_path_factory: pytest.TempPathFactory) -> BuildSettings:
    """Configure every real file of the whole of France."""
    return national_settings(france_data, tmp_path_factory.mktemp("observatory"))


@pytest.fixture(scope="session")
def built_france(france_settings: BuildSettings, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the whole of France, in a data folder that tests must not change."""
    return build_france(france_settings, tmp_path_factory.mktemp("france"))
