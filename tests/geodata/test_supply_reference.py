"""Tests of `geodata.supply_reference`."""

from __future__ import annotations

import pytest

from carto.verdict.parameters import Alerts
from geodata.supply_reference import reference_warning


def test_lists_beside_france_services_are_named() -> None:
    said = reference_warning(["lieux_creuse", "france_services", "aidants_connect"], Alerts())
    assert "(aidants_connect, lieux_creuse)" in said


@pytest.mark.parametrize(
    ("sources", "alerts"),
    [(["france_services", "fibre"], Alerts()), (["lieux"], Alerts(apl_ref=2.0)), ([], Alerts())],
)
def test_a_like_supply_or_a_chosen_reference_needs_no_warning(
    sources: list[str], alerts: Alerts
) -> None:
    assert reference_warning(sources, alerts) == ""
