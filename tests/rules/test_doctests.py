"""Every example of a docstring is true."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

from tests.rules.repository import FLOORS, dotted, modules

MODULES = [path for floor in FLOORS for path in modules(floor) if path.stem != "__main__"]


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_examples_hold(path: Path) -> None:
    result = doctest.testmod(importlib.import_module(dotted(path)))
    assert result.failed == 0


def test_there_are_examples() -> None:
    attempted = [
        doctest.testmod(importlib.import_module(dotted(path))).attempted
        for path in modules("carto")
    ]
    assert sum(attempted) > 20
