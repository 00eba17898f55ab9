"""Inequality of the supply among people, and how much of it lies between EPCI."""

from __future__ import annotations

import numpy as np
import pytest

from carto.rollups.inequality import between_epci, roll_up_inequality
from tests.carto.rollups.sample import one_territory

NAN = float("nan")


def columns(**changed: list[object]) -> dict[str, list[object]]:
    return {
        "population": [100.0, 100.0, 100.0, 100.0],
        "accessibility": [1.0, 3.0, 2.0, 2.0],
        "siren_epci": ["a", "a", "b", "b"],
        "code_insee": ["1", "2", "3", "4"],
    } | changed


def indices(**changed: list[object]) -> tuple[float, float]:
    found = roll_up_inequality(one_territory(columns(**changed)))
    return float(found["accessibility_gini"][0]), float(found["accessibility_theil"][0])


def between(**changed: list[object]) -> float:
    return float(between_epci(one_territory(columns(**changed)))[0])


def test_half_with_nothing_is_a_gini_of_one_half() -> None:
    gini, theil = indices(accessibility=[0.0, 4.0, 0.0, 4.0])
    assert gini == 0.5
    assert theil == pytest.approx(np.log(2), abs=1e-4)


def test_all_alike_is_no_inequality() -> None:
    assert indices(accessibility=[2.0] * 4) == (0, 0)
    assert np.isnan(between(accessibility=[2.0] * 4))


@pytest.mark.parametrize("rate", np.linspace(0.1001, 0.9991, 40))
def test_what_rounding_leaves_is_not_parted(rate: float) -> None:
    people: list[object] = [13307.0, 4099.0, 77.0, 3.0]
    assert np.isnan(between(accessibility=[rate] * 4, population=people))


def test_communes_count_by_their_people() -> None:
    alone = indices(population=[100.0, 0.0, 100.0, 100.0])
    assert alone == indices(accessibility=[1.0, 2.0, 2.0, NAN], population=[100.0, 100, 100, 0])


def test_epci_of_one_mean_have_nothing_between_them() -> None:
    assert between() == 0


def test_epci_that_are_even_have_everything_between_them() -> None:
    assert between(siren_epci=["a", "b", "c", "c"]) == 1


def test_communes_without_epci_are_each_their_own() -> None:
    assert between(siren_epci=["", "", "c", "c"]) == 1


def test_too_few_informed_people_give_no_index() -> None:
    few = {"accessibility": [1.0, 3.0, 2.0, NAN], "population": [100.0, 100, 100, 100]}
    assert np.isnan(indices(**few)).all()
    assert np.isnan(between(**few))


def test_nobody_with_any_supply_gives_no_index() -> None:
    assert np.isnan(indices(accessibility=[0.0] * 4)).all()
