"""Rollups publish, beside each aggregate, how many people it rests on."""

from __future__ import annotations

from carto.tables.communes import COMMUNES
from carto.tables.rollup_columns import ROLLUP_COLUMNS, mean
from carto.tables.rollups import BETWEEN_EPCI, DEPARTEMENT, EPCI, EPT, FRANCE, GROUPE, REGION
from carto.tables.shared import NEED, VERDICTS

NAMES = [column.name for column in ROLLUP_COLUMNS]


def test_every_level_carries_the_same_aggregates() -> None:
    for contract in (EPCI, DEPARTEMENT, REGION, FRANCE, EPT, GROUPE):
        assert contract.columns[-len(ROLLUP_COLUMNS) :] == ROLLUP_COLUMNS


def test_every_mean_has_its_informed_share() -> None:
    means = {"nearest_site_min", "accessibility", "need", "ifn_total"}
    assert {f"{name}_informed_share" for name in means} <= set(NAMES)
    assert all(COMMUNES.column(name).unit == EPCI.column(name).unit for name in means)


def test_every_verdict_counts_communes_and_people() -> None:
    for verdict in VERDICTS:
        assert f"communes_verdict_{verdict}" in NAMES
        assert f"population_verdict_{verdict}_share" in NAMES


def test_a_mean_says_that_it_is_one_and_when_it_is_suppressed() -> None:
    assert mean(NEED).description.startswith("Moyenne des communes pondérée par la population.")
    assert "80" in mean(NEED).null_rule


def test_only_levels_made_of_epci_part_their_inequality_between_them() -> None:
    parted = [c.name for c in (EPCI, DEPARTEMENT, REGION, FRANCE, EPT) if BETWEEN_EPCI in c.columns]
    assert parted == ["departement", "region", "france"]
