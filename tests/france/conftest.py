"""The national snapshot, built once for all the tests that read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo import Built
from tests.france.national_build import build_france


@pytest.fixture(scope="session")
def built_france(france_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the whole of France, in a data folder that tests must not change."""
    return build_france(france_data, tmp_path_factory.mktemp("france"))
