"""The sample rows as the service holds them: flags as lists, reasons as dicts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from carto.drawing.classification import indicators_for
from carto.drawing.indicator import Indicator
from tests.webapp.sample import FACTS, TABLES, Row


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
