"""Tests of `carto.planning.likeness.comparison`, on mini France."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from carto.contracts import check
from carto.planning.likeness.comparison import ComparedLevel, compare, gap_rows, twin_rows
from carto.tables.comparisons import TWIN_GAPS, TWINS
from carto.territories import Perimeter
from carto.verdict.parameters import Parameters, Twins
from tests.mini_france.tables import assessed

PARAMETERS = replace(Parameters(), twins=Twins(count=2))


@pytest.fixture(scope="module")
def levels() -> tuple[ComparedLevel, ComparedLevel]:
    """Compare the communes and the EPCI of mini France."""
    assessment = assessed(Perimeter())
    return compare(assessment.communes, assessment.epci, PARAMETERS)


def rows_of(table: pd.DataFrame, type_: str) -> pd.DataFrame:
    return table[table["type"] == type_].set_index("code")


def test_tables_meet_their_contracts(levels: tuple[ComparedLevel, ComparedLevel]) -> None:
    assert check(twin_rows(levels), TWINS) == []
    assert check(gap_rows(levels), TWIN_GAPS) == []


def test_every_territory_has_a_row(levels: tuple[ComparedLevel, ComparedLevel]) -> None:
    assessment, twins = assessed(Perimeter()), twin_rows(levels)
    assert set(rows_of(twins, "commune").index) == set(assessment.communes["code_insee"])
    assert set(rows_of(twins, "epci").index) == set(assessment.epci["siren_epci"])


def test_an_empty_or_incomplete_territory_has_no_twin(
    levels: tuple[ComparedLevel, ComparedLevel],
) -> None:
    twins = twin_rows(levels)
    assert rows_of(twins, "commune")["twins"].isna()["55039"]
    poher = rows_of(twins, "epci").loc["242900744"]
    assert poher[["twins", "distances"]].isna().all()


def test_several_incomplete_epci_have_no_twin_and_are_none() -> None:
    assessment = assessed(Perimeter())
    partial = ["200067452", "242900744"]
    is_partial = assessment.epci["siren_epci"].isin(partial)
    epci = assessment.epci.assign(
        communes_expected=assessment.epci["communes_count"] + is_partial.astype(int)
    )
    twins = rows_of(twin_rows(compare(assessment.communes, epci, PARAMETERS)), "epci")["twins"]
    assert twins.loc[partial].isna().all()
    assert twins.notna().any()
    assert not twins.dropna().str.contains("|".join(partial)).any()


def test_two_large_towns_are_twins(levels: tuple[ComparedLevel, ComparedLevel]) -> None:
    brest = rows_of(twin_rows(levels), "commune").loc["29019"]
    assert set(brest["twins"].split("|")) == {"2A004", "97411"}
    assert "29019" not in brest["twins"]
    distances = [float(apart) for apart in brest["distances"].split("|")]
    assert distances == sorted(distances)


def test_a_gap_is_the_value_less_the_median_of_the_twins(
    levels: tuple[ComparedLevel, ComparedLevel],
) -> None:
    communes = assessed(Perimeter()).communes.set_index("code_insee")
    twins = rows_of(twin_rows(levels), "commune")["twins"]
    gaps = rows_of(gap_rows(levels), "commune")
    for code, row in gaps[gaps["indicator"] == "nearest_site_min"].iterrows():
        known = communes["nearest_site_min"][twins[str(code)].split("|")].dropna()
        assert row["twins_median"] == pytest.approx(np.median(known), abs=1e-4)
        assert row["gap"] == pytest.approx(row["value"] - row["twins_median"], abs=1e-4)
        assert row["twins_known"] == len(known)


def test_the_order_of_rows_changes_nothing() -> None:
    assessment = assessed(Perimeter())
    shuffled = assessment.communes.sample(frac=1, random_state=3)
    expected = compare(assessment.communes, assessment.epci, PARAMETERS)
    found = compare(shuffled, assessment.epci, PARAMETERS)
    pd.testing.assert_frame_equal(twin_rows(found), twin_rows(expected))
    pd.testing.assert_frame_equal(gap_rows(found), gap_rows(expected))
