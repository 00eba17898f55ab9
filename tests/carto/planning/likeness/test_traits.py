"""Tests of `carto.planning.likeness.traits`."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carto.planning.likeness.traits import Traits, measure_traits, standardise

COMMUNES = pd.DataFrame(
    {
        "population": pd.array([100, 300, 1000, 50, 0], dtype="Int64"),
        "superficie_km2": [10.0, 10.0, 20.0, 25.0, 5.0],
        "densite_classe": [None] * 5,
        "classement_frr": ["frr_plus", "non_classee", "non_classee", "frr_socle", "frr_socle"],
        "people_65_count": [None] * 5,
        "age_score": [8.0, 4.0, 2.0, 9.0, np.nan],
    }
)
ALONE = np.arange(5)


def column(traits: Traits, name: str) -> np.ndarray:
    return traits.values[:, traits.names.index(name)]


def test_communes_have_the_traits_that_are_known() -> None:
    traits = measure_traits(COMMUNES, ALONE, 5, 0.8)
    assert traits.names == ("population", "densite", "frr", "age_score")
    size = np.log([100, 300, 1000, 50])
    assert column(traits, "population")[:4] == pytest.approx(standardise(size))
    assert traits.is_known.tolist() == [True, True, True, True, False]


def test_a_territory_sums_its_communes_and_weighs_them_by_people() -> None:
    group = np.array([0, 0, 1, 2, -1])
    traits = measure_traits(COMMUNES, group, 3, 0.8)
    density = np.log([400 / 20, 1000 / 20, 50 / 25])
    assert column(traits, "densite") == pytest.approx(standardise(density))
    assert column(traits, "frr") == pytest.approx(standardise(np.array([0.25, 0.0, 1.0])))
    age = np.array([(100 * 8 + 300 * 4) / 400, 2.0, 9.0])
    assert column(traits, "age_score") == pytest.approx(standardise(age))


def test_the_best_measures_of_rurality_and_age_win() -> None:
    better = COMMUNES.assign(
        densite_classe=["7", "5", "1", "6", "7"], people_65_count=[30, 60, 150, 20, 0]
    )
    names = measure_traits(better, ALONE, 5, 0.8).names
    assert names == ("population", "densite", "densite_classe", "people_65")


def test_a_trait_known_for_too_few_is_left_out_for_all() -> None:
    some = COMMUNES.assign(age_score=[8.0, np.nan, np.nan, 9.0, np.nan])
    assert "age_score" not in measure_traits(some, ALONE, 5, 0.8).names
    assert "age_score" in measure_traits(some, ALONE, 5, 0.4).names


def test_a_territory_without_a_commune_has_no_traits_and_hides_none() -> None:
    traits = measure_traits(COMMUNES, np.array([0, 1, -1, -1, -1]), 5, 0.8)
    assert traits.names == ("population", "densite", "frr", "age_score")
    assert traits.is_known.tolist() == [True, True, False, False, False]


def test_nothing_known_is_nothing_compared() -> None:
    empty = COMMUNES.head(0)
    traits = measure_traits(empty, np.array([], dtype=np.intp), 0, 0.8)
    assert (traits.names, traits.values.shape) == ((), (0, 0))


def test_a_trait_that_most_share_is_scaled_by_its_standard_deviation() -> None:
    zoning = np.array([0.0, 0.0, 0.0, 0.0, 1.0])
    assert standardise(zoning) == pytest.approx(zoning / zoning.std())
    assert np.isnan(standardise(np.ones(3))).all()
    assert np.isnan(standardise(np.full(2, np.nan))).all()
