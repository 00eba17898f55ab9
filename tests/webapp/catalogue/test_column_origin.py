"""Tests of `webapp.catalogue.column_origin`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from carto.tables.published import SNAPSHOT_TABLES
from webapp.catalogue.column_origin import COMPUTED, origin, readers_of
from webapp.views.provenance import NO_SOURCE


@pytest.mark.parametrize(
    ("table", "column", "readers"),
    [
        ("communes", "taux_pauvrete", ("filosofi", "filosofi_epci")),
        ("communes", "code_insee", ("cog", "contours")),
        ("communes", "nearest_site_min", ()),
        ("epci", "population", ("population",)),
        ("sites", "hours_per_year", ()),
    ],
)
def test_where_a_column_comes_from(table: str, column: str, readers: tuple[str, ...]) -> None:
    assert readers_of(table, column) == readers


def test_every_column_has_an_origin(facts: Mapping[str, Any]) -> None:
    for contract in SNAPSHOT_TABLES.values():
        for column in contract.columns:
            said = origin(facts, readers_of(contract.name, column.name))
            assert said
            assert said in (COMPUTED, NO_SOURCE) or "," in said
