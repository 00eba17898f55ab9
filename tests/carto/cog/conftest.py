"""The movements and communes of the whole of France, read once."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from carto.cog.history import History, read_history
from geodata.sources import cog, mouvements
from tests.geodata.raw_files import published_file


@pytest.fixture(scope="session")
def france_history(france_data: Path) -> History:
    path = france_data / "cog" / "mouvements-communes.csv"
    return read_history(mouvements.parse(published_file(path, "mouvements")).table)


@pytest.fixture(scope="session")
def france_communes(france_data: Path) -> pd.DataFrame:
    return cog.parse(published_file(france_data / "cog" / "communes.csv", "cog")).table
