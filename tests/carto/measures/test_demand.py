"""Demand: people weighted by the standard that the data allow, never less than nobody."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.errors import CartoError
from carto.measures.age_structure import CLASSES
from carto.measures.demand import (
    StandardisedDemand,
    choose_standard,
    measure_demand,
    usable_means,
)
from carto.verdict.parameters import Demand, Need, Parameters

NAN = float("nan")
CODES = ["29001", "29002", "29003", "29004"]
COMMUNES = gpd.GeoDataFrame(
    {
        "code_insee": CODES,
        "population": pd.array([1000, 3000, 500, None], dtype="Int64"),
        "need": [8.0, 4.0, NAN, 5.0],
    }
)


def ages(*old: float) -> dict[str, pd.DataFrame]:
    """Age structures of communes of 100 people where the others are from 45 to 59."""
    rows = [
        {"code_insee": code, "people_count": 100.0}
        | dict.fromkeys(CLASSES, 0.0)
        | {"people_75_count": number, "people_45_59_count": 100.0 - number}
        for code, number in zip(CODES, old, strict=False)
    ]
    return {"structure_population": pd.DataFrame(rows)}


def by_need(means: dict[str, float] | None = None) -> StandardisedDemand:
    return measure_demand(COMMUNES, {}, "ifn", Demand(), means)


def test_people_weigh_by_their_need_relative_to_the_mean_inhabitant() -> None:
    found = by_need()
    assert found.mean == pytest.approx((8 * 1000 + 4 * 3000) / 4000)
    assert found.inhabitants[:3].tolist() == [1600.0, 2400.0, 500.0]
    assert found.standard == "need"


def test_the_frozen_mean_of_the_variant_replaces_that_of_the_communes_at_hand() -> None:
    found = by_need({"ifn": 4.0, "insee": 5.0, "age": 0.15})
    assert found.mean == 4
    assert found.inhabitants[:3].tolist() == [2000.0, 3000.0, 500.0]


def test_a_frozen_mean_holds_for_the_weights_it_was_computed_with() -> None:
    means = {"age": 0.15, "ifn": 5.1, "revenu": 5.6}
    doubled = Parameters(demand=Demand(by_age=(4.0, 8.0, 16.0, 48.0, 99.0)))
    deciles = tuple(value + 1000 for value in Need().revenu_deciles)
    assert usable_means(means, Parameters()) == means
    assert usable_means(means, doubled) == {"ifn": 5.1, "revenu": 5.6}
    assert usable_means(means, Parameters(need=Need(deciles))) == {"age": 0.15, "ifn": 5.1}


def test_people_of_unknown_weight_count_for_the_mean_and_are_flagged() -> None:
    found = by_need()
    assert found.inhabitants[2] == 500
    assert found.is_unweighted.tolist() == [False, False, True, False]


def test_an_unknown_population_stays_unknown_and_nobody_is_nobody() -> None:
    empty = COMMUNES.assign(population=pd.array([0, 3000, 0, None], dtype="Int64"))
    found = measure_demand(empty, {}, "ifn", Demand())
    assert found.inhabitants[:3].tolist() == [0, 3000, 0]
    assert np.isnan(found.inhabitants[3])
    assert not found.is_unweighted.any()


def test_ages_weigh_before_the_need_does() -> None:
    found = measure_demand(COMMUNES, ages(0.0, 100.0), "ifn", Demand())
    assert found.standard == "age"
    assert found.mean == pytest.approx((0.08 * 1000 + 0.62 * 3000) / 4000)
    assert found.inhabitants[:2] == pytest.approx(
        [1000 * 0.08 / 0.485, 3000 * 0.62 / 0.485], abs=0.01
    )
    assert found.is_unweighted.tolist() == [False, False, True, False]


@pytest.mark.parametrize("variant", ["revenu", None])
def test_without_scores_nor_ages_everybody_counts_for_one(variant: str | None) -> None:
    found = measure_demand(COMMUNES, {}, variant, Demand())
    assert (found.standard, found.mean) == ("none", 1.0)
    assert found.inhabitants[:3].tolist() == [1000, 3000, 500]
    assert not found.is_unweighted.any()


@pytest.mark.parametrize(
    ("asked", "variant", "has_ages", "chosen"),
    [
        ("auto", "ifn", True, "age"),
        ("auto", "insee", False, "need"),
        ("auto", "revenu", False, "none"),
        ("auto", None, False, "none"),
        ("need", "revenu", True, "need"),
        ("age", None, True, "age"),
        ("none", "ifn", True, "none"),
    ],
)
def test_the_standard(asked: str, variant: str | None, has_ages: bool, chosen: str) -> None:
    assert choose_standard(asked, ages(10.0) if has_ages else {}, variant) == chosen


@pytest.mark.parametrize(
    ("asked", "source"), [("age", "structure_population"), ("need", "variant")]
)
def test_a_standard_that_cannot_be_computed_names_what_it_lacks(asked: str, source: str) -> None:
    with pytest.raises(CartoError, match=rf'demand.standard = "{asked}".*{source}.*auto'):
        choose_standard(asked, {}, None)


def test_a_file_without_classes_of_age_gives_no_age() -> None:
    unknown = {
        "structure_population": ages(1.0)["structure_population"].assign(people_75_count=NAN)
    }
    assert choose_standard("auto", unknown, "ifn") == "need"


@given(
    st.lists(st.tuples(st.integers(0, 100_000), st.floats(1, 10)), min_size=1, max_size=20),
    st.floats(0.1, 10),
)
def test_demand_conserves_people_and_ignores_the_scale_of_the_weights(
    rows: list[tuple[int, float]], scale: float
) -> None:
    communes = gpd.GeoDataFrame(
        {
            "code_insee": [f"29{row:03d}" for row in range(len(rows))],
            "population": [people for people, _ in rows],
            "need": [need for _, need in rows],
        }
    )
    found = measure_demand(communes, {}, "ifn", Demand()).inhabitants
    scaled = measure_demand(
        communes.assign(need=communes["need"] * scale), {}, "ifn", Demand()
    ).inhabitants
    assert found.sum() == pytest.approx(communes["population"].sum(), abs=0.005 * len(rows))
    assert scaled == pytest.approx(found, abs=0.0101)
    assert (found >= 0).all()
