"""Scenarios on the whole of France: before is what is published everywhere, after comes fast."""

from __future__ import annotations

from statistics import median
from time import perf_counter

import pytest

from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.scenario import Addition, Scenario, Where
from tests.demo import Built
from webapp.planning.grounds import Grounds
from webapp.planning.scenario_effect import scenario_effect
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load

pytestmark = pytest.mark.france

MOST_SECONDS = 1.0
MOST_BYTES = 40 * 2**20
# Two of the départements of most communes.
LARGE = ("31", "62")


@pytest.fixture(scope="module")
def france(built_france: Built) -> LoadedSnapshot:
    """Load the whole of France."""
    return load(built_france.snapshot)


def test_nothing_changed_is_what_is_published_in_every_departement(france: LoadedSnapshot) -> None:
    grounds = Grounds()
    for code, row in france.departements.items():
        territory = ("departement", code)
        ground = grounds.of(france, *territory)
        effect = scenario_effect(france, territory, ground, Scenario(), {})
        known = {name: row[name] for name in effect.before.figures if name in row}
        assert {name: effect.before.figures[name] for name in known} == known, code
        assert effect.after.figures == effect.before.figures, code


def twenty_changes(france: LoadedSnapshot, code: str, ground: Ground) -> Scenario:
    """Open ten places where people are farthest, close five and change the hours of five."""
    far = sorted(
        france.members("departement", code),
        key=lambda row: (-(row["nearest_site_min"] or 0), row["code_insee"]),
    )
    places = ground.place_ids.tolist()
    return Scenario(
        additions=tuple(Addition(Where(row["code_insee"]), 7.0) for row in far[:10]),
        removals=tuple(places[:5]),
        hours=tuple((place, 35.0) for place in places[5:10]),
    )


@pytest.mark.parametrize("code", LARGE)
def test_a_full_scenario_takes_less_than_a_second(france: LoadedSnapshot, code: str) -> None:
    territory = ("departement", code)
    ground = Grounds().of(france, *territory)
    scenario = twenty_changes(france, code, ground)
    taken = []
    for _ in range(5):
        start = perf_counter()
        effect = scenario_effect(france, territory, ground, scenario, {})
        taken.append(perf_counter() - start)
    assert median(taken) < MOST_SECONDS
    before, after = effect.before.figures, effect.after.figures
    assert before["population_beyond_time"] > after["population_beyond_time"]
    assert effect.gains.any()
    assert effect.losses.any()
    assert ground.minutes.nbytes + ground.weights.nbytes < MOST_BYTES
