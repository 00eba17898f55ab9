"""The parsed demonstration."""

from __future__ import annotations

import pytest

from geodata.source import ParsedTable
from tests.geodata.demo_tables import parse_demo


@pytest.fixture(scope="session")
def parsed() -> dict[str, ParsedTable]:
    """Parse the demonstration."""
    return parse_demo()
