"""Contributions name a commune and a place of the published tables, once."""

from __future__ import annotations

from carto.tables.communes import COMMUNES
from carto.tables.contributions import CONTRIBUTIONS


def test_a_row_is_a_commune_and_a_place() -> None:
    assert CONTRIBUTIONS.key == (*COMMUNES.key, "site_id")
    assert not any(column.nullable for column in CONTRIBUTIONS.columns)
