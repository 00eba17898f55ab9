"""A commune carries each value with its parts, its unknowns and why."""

from __future__ import annotations

import pytest

from carto.tables.communes import COMMUNES


def test_one_row_per_commune() -> None:
    assert COMMUNES.key == ("code_insee",)


@pytest.mark.parametrize(
    "measured",
    ["population", "taux_couverture_ftth", "nearest_site_min", "accessibility", "need", "score"],
)
def test_what_is_measured_may_be_unknown(measured: str) -> None:
    assert COMMUNES.column(measured).nullable


@pytest.mark.parametrize("said", ["verdict", "sentence", "flags", "reasons", "is_in_scope"])
def test_what_is_said_is_always_said(said: str) -> None:
    assert not COMMUNES.column(said).nullable


def test_a_rate_is_stored_with_its_parts() -> None:
    parts = {"locaux", "locaux_raccordables", "locaux_restants", "taux_couverture_ftth"}
    assert parts <= set(COMMUNES.names)


def test_the_three_alerts_are_three_valued() -> None:
    alerts = [column for column in COMMUNES.columns if column.name.startswith("alert_")]
    assert len(alerts) == 3
    assert all(column.nullable and column.type == "boolean" for column in alerts)
