"""Tests of `carto.reference`."""

from __future__ import annotations

import json

from carto.reference import (
    PERCENTS,
    CalibratedSource,
    GroupQuantiles,
    Reference,
    SupplyReference,
    ThresholdShares,
)

ALONE, BOTH = ("france_services",), ("france_services", "lieux")
NONE = (0.0, 0.0, 0.0, 0.0)
RISING = tuple(float(percent) for percent in PERCENTS)
REFERENCE = Reference(
    vintage="2026",
    method_version="2.0.0",
    cog=2026,
    need_variant="ifn",
    demand_standard="need",
    note="Agrégats.",
    sources=(CalibratedSource("fibre", "Carte fibre", "T2 2026", "2026-06-30", "0" * 64),),
    demand_mean={"ifn": 5.2, "age": 0.154},
    supplies=(SupplyReference(ALONE, 0.57, 0.58, 2700), SupplyReference(BOTH, 1.8, 1.8, 15000)),
    quantiles=(
        GroupQuantiles("france", "", "need", (), 34000, 66000000, RISING),
        GroupQuantiles("france", "", "accessibility", ALONE, 34000, 66000000, RISING),
        GroupQuantiles("france", "", "accessibility", BOTH, 34000, 66000000, RISING),
        GroupQuantiles("departement", "29", "need", (), 277, 900000, RISING),
    ),
    thresholds=(
        ThresholdShares(ALONE, 0.5, 7.0, (0.9, 0.1, 0, 0, 0, 0), (0.95, 0.05, 0, 0, 0, 0)),
    ),
)


def test_json_gives_back_the_same_reference() -> None:
    assert Reference.from_json(json.loads(json.dumps(REFERENCE.to_json()))) == REFERENCE


def test_a_supply_is_found_by_its_very_lists_in_any_order() -> None:
    found = REFERENCE.supply(["lieux", "france_services", "lieux"])
    assert found is not None
    assert found.apl_ref == 1.8
    assert REFERENCE.supply(["lieux"]) is None
    assert REFERENCE.supply([]) is None


def test_groups_are_those_of_the_lists_and_of_none() -> None:
    groups = [(group.indicator, group.lists) for group in REFERENCE.groups(BOTH)]
    assert groups == [("need", ()), ("accessibility", BOTH), ("need", ())]
    assert {group.indicator for group in REFERENCE.groups(["conseillers_numeriques"])} == {"need"}
