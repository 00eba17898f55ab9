"""Every example of a docstring is true."""

from __future__ import annotations

import doctest
import importlib

import pytest

from tests.rules.repository import FLOORS, dotted, modules


@pytest.mark.parametrize("floor", FLOORS)
def test_examples_hold(floor: str) -> None:
    paths = [path for path in modules(floor) if path.stem != "__main__"]
    results = {path: doctest.testmod(importlib.import_module(dotted(path))) for path in paths}
    assert [path for path, result in results.items() if result.failed] == []
    assert sum(result.attempted for result in results.values()) > 20
