"""Communes that a scenario changes: inside and around, before and after, on the maps."""

from __future__ import annotations

import pytest

from carto.drawing.indicators.difference_indicators import DIFFERENCE
from carto.planning.scenarios.effect import Effect, effect
from carto.planning.scenarios.placed_scenario import place_scenario
from carto.planning.scenarios.published_state import read_published
from carto.planning.scenarios.scenario import Addition, Scenario, Where
from carto.verdict.parameters import Parameters
from tests.webapp.conftest import parsed
from tests.webapp.sample import TABLES
from tests.webapp.scenarios.small_ground import GROUND
from webapp.scenarios.effect_communes import moved_communes, sides, sides_said, three_states

# Columns of a published commune that the sample leaves empty.
EMPTY = dict.fromkeys(("copper_class", "fermeture_technique", "population_beyond_time_share"))
ROWS = {row["code_insee"]: EMPTY | parsed(row) for row in TABLES["communes"]}
ARGOL, SEIN = "29001", "29083"


def effect_of(scenario: Scenario) -> Effect:
    published = read_published([ROWS.get(code) for code in GROUND.codes.tolist()], GROUND.is_inside)
    return effect(GROUND, place_scenario(GROUND, scenario, {}), published, Parameters())


OPENED = effect_of(Scenario(additions=(Addition(Where(ARGOL), 7.0),)))
CLOSED = effect_of(Scenario(removals=("fs-173",)))


def test_who_gains_and_who_loses_is_counted_on_both_sides() -> None:
    inside, around = sides("Finistère", GROUND, OPENED)
    assert inside.where == "Finistère"
    assert int(inside.gaining) >= 1
    assert inside.losing == around.losing == "0"
    assert "Aucune commune n'y perd" in sides_said(OPENED)
    assert int(sides("Finistère", GROUND, CLOSED)[0].losing) >= 1
    assert "Certaines y perdent" in sides_said(CLOSED)


def test_communes_that_change_are_listed_the_most_peopled_first() -> None:
    moved = moved_communes(GROUND, CLOSED, frozenset(ROWS))
    assert moved.listed[0].nom == "Brest"
    assert moved.listed[0].path == "/commune/29019"
    assert moved.listed[0].access_before > moved.listed[0].access_after


def test_a_commune_without_a_page_has_neither_link_nor_verdict() -> None:
    line = next(
        one for one in moved_communes(GROUND, OPENED, frozenset()).listed if one.code == ARGOL
    )
    assert (line.path, line.verdict_before, line.minutes_before) == ("", None, "–")
    assert line.minutes_after.startswith("−")


@pytest.mark.parametrize("shown", ["temps", "acces", "verdict"])
def test_rows_of_the_maps_hold_what_changes(shown: str) -> None:
    states = three_states(GROUND, OPENED, list(ROWS.values()), shown)
    at = [row["code_insee"] for row in states.before].index(ARGOL)
    before, after = states.before[at], states.after[at]
    assert after["nearest_site_min"] < before["nearest_site_min"]
    assert after["accessibility"] > before["accessibility"]
    assert after["nom"] == before["nom"]
    gained = states.differences[at][DIFFERENCE]
    assert gained > 0 if shown == "acces" else gained < 0


def test_an_undecided_verdict_has_no_difference() -> None:
    states = three_states(GROUND, OPENED, list(ROWS.values()), "verdict")
    undecided = [row["verdict"] == "indetermine" for row in states.before]
    assert any(undecided)
    assert all(
        row[DIFFERENCE] is None
        for row, is_open in zip(states.differences, undecided, strict=True)
        if is_open
    )


def test_an_island_that_gets_a_place_is_in_reach() -> None:
    opened = effect_of(Scenario(additions=(Addition(Where(SEIN), 7.0),)))
    states = three_states(GROUND, opened, list(ROWS.values()), "temps")
    island = next(row for row in states.after if row["code_insee"] == SEIN)
    assert island["nearest_site_min"] is not None
    assert "nearest_site_min" not in island["reasons"]
