"""Fixtures of geodata."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.geodata.fetching.publisher import Publisher, serving


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    """Serve files and faults on loopback."""
    with serving() as server:
        yield server
