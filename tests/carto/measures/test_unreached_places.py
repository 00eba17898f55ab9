"""A place that nobody reaches says so; one among unknown people does not."""

from __future__ import annotations

import geopandas as gpd
import pytest

from carto import flags
from carto.measures.reach import measure_reach
from carto.measures.unreached_places import flag_unreached
from carto.verdict.parameters import Catchment, Parameters
from tests.carto.measures.test_reach import HOURS, communes, places


def flagged(here: gpd.GeoDataFrame, *rows: tuple[float, float, str, bool]) -> list[str]:
    there = places(*rows).assign(flags="")
    reach = measure_reach(here, there, Parameters())
    return flag_unreached(there, reach, Catchment())["flags"].tolist()


@pytest.mark.parametrize(("km", "flag"), [(10.3, ""), (10.4, flags.LIEU_HORS_DE_PORTEE)])
def test_beyond_the_last_step_a_place_gives_to_nobody(km: float, flag: str) -> None:
    assert flagged(communes((0, 1000)), (km, HOURS, "declarees", True)) == [flag]


def test_a_village_without_inhabitants_is_nobody() -> None:
    assert flagged(communes((0, 0)), (0, HOURS, "declarees", True)) == [flags.LIEU_HORS_DE_PORTEE]


@pytest.mark.parametrize(("people", "known_around"), [(1000, False), (None, True)])
def test_unknown_people_may_reach_it(people: int | None, known_around: bool) -> None:
    km = 0 if people is None else 50
    assert flagged(communes((0, people)), (km, HOURS, "declarees", known_around)) == [""]


def test_older_flags_stay_and_what_is_no_supply_is_left_alone() -> None:
    there = places((50, HOURS, "declarees", True)).assign(flags=flags.HEURES_IMPUTEES)
    reach = measure_reach(communes((0, 1000)), there, Parameters())
    other = there.assign(id="structure", flags="")
    assert flag_unreached(other, reach, Catchment())["flags"].tolist() == [""]
    joined = flag_unreached(there, reach, Catchment())["flags"].tolist()
    assert joined == [f"{flags.HEURES_IMPUTEES}|{flags.LIEU_HORS_DE_PORTEE}"]
