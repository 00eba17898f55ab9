"""Rollups publish, beside each aggregate, how many people it rests on."""

from __future__ import annotations

from carto.rollups.averages import AVERAGED, COUNTED
from carto.tables.communes import COMMUNES
from carto.tables.need_inputs import PEOPLE_65
from carto.tables.rollup_columns import BEYOND_MIN, ROLLUP_COLUMNS, mean, total
from carto.tables.rollups import EPCI
from carto.tables.shared import NEED

NAMES = [column.name for column in ROLLUP_COLUMNS]


def test_every_mean_has_its_informed_share() -> None:
    assert {f"{name}_informed_share" for name in AVERAGED} <= set(NAMES)
    assert all(COMMUNES.column(name).unit == EPCI.column(name).unit for name in AVERAGED)


def test_every_count_of_people_at_risk_has_its_informed_share() -> None:
    assert {*COUNTED, *COUNTED.values()} <= set(NAMES)


def test_times_are_those_of_the_method() -> None:
    assert BEYOND_MIN == (10, 15, 20, 30)
    assert {f"population_beyond_{minutes}_min_share" for minutes in BEYOND_MIN} <= set(NAMES)


def test_a_mean_and_a_total_say_what_they_are_and_when_they_are_suppressed() -> None:
    assert mean(NEED).description.startswith("Moyenne des communes pondérée par la population.")
    assert total(PEOPLE_65).description.startswith("Somme des communes où il est connu.")
    assert "80" in mean(NEED).null_rule
    assert "80" in total(PEOPLE_65).null_rule
