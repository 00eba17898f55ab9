"""A merged row invents nothing and forgets nothing."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.sites.merging import by_preference, merge, stars
from carto.sites.records import with_records
from tests.carto.sites.rows import parsed, site


def merged(*rows: dict[str, object]) -> pd.Series:
    table = by_preference(with_records(parsed(*rows)))
    found = merge(table, np.zeros(len(table), dtype=np.intp))
    assert len(found) == 1
    return found.iloc[0]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"id": "france_services:1"}, {"id": "lieux:France-Services_1", "date_maj": "2024-01-01"}),
        ({}, {"longitude": None, "latitude": None, "date_maj": "2024-01-01"}),
        ({"date_maj": "2024-01-01"}, {"date_maj": "2023-01-01", "pivot": "1" * 14}),
        ({"date_maj": "2024-01-01"}, {"date_maj": None, "pivot": "1" * 14}),
        ({"pivot": "1" * 14}, {}),
        ({"id": "a"}, {"id": "b"}),
    ],
    ids=["own list", "position", "date", "dated", "richest", "id"],
)
def test_the_row_to_keep(better: dict[str, object], worse: dict[str, object]) -> None:
    rows = [site("x", **({"id": "y"} | worse)), site("x", **({"id": "x"} | better))]
    for given_rows in (rows, rows[::-1]):
        kept = by_preference(with_records(parsed(*given_rows))).iloc[0]
        assert kept["id"] == rows[1]["id"]


def test_what_the_kept_row_lacks_is_taken_from_the_others() -> None:
    found = merged(
        site("a", date_maj="2024-01-01", telephone=None),
        site("b", date_maj="2023-01-01", telephone="+33298000000", nom="Autre"),
    )
    assert (found["telephone"], found["nom"], found["id"]) == ("+33298000000", "Médiathèque", "a")


def test_hours_are_taken_from_one_row_as_a_whole() -> None:
    found = merged(
        site("a", date_maj="2024-01-01", horaires_source="sur rendez-vous"),
        site(
            "b", horaires_source="Mo 9-12", horaires="Mo 09:00-12:00", hours_per_year_declared=156
        ),
    )
    assert found["horaires_source"] == "sur rendez-vous"
    assert pd.isna(found["horaires"])
    assert pd.isna(found["hours_per_year_declared"])


def test_lists_are_united_and_the_cost_is_not() -> None:
    found = merged(
        site("a", services="Y|X", frais_a_charge="Gratuit", date_maj="2024-01-01"),
        site("b", services="Z|X", frais_a_charge="Payant"),
    )
    assert found["services"] == "X|Y|Z"
    assert found["frais_a_charge"] == "Gratuit"


def test_the_others_are_named_and_the_latest_date_kept() -> None:
    found = merged(
        site("a", date_maj="2022-01-01"),
        site("lieux:b", None, date_maj="2024-01-01"),
        site("lieux:c", None, date_maj=None),
    )
    assert (found["id"], found["date_maj"]) == ("a", "2024-01-01")
    assert (found["merged_ids"], found["sources"]) == ("lieux:b|lieux:c", "a|lieux")


def test_without_a_pair_the_rows_stay_as_they_are() -> None:
    table = by_preference(with_records(parsed(site("a"), site("b", 500))))
    assert merge(table, np.arange(2)) is table


PAIRS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1])
)


@given(PAIRS)
def test_a_row_joins_one_that_it_matches_itself(pairs: list[tuple[int, int]]) -> None:
    into = stars(10, pairs)
    for row, best in enumerate(into.tolist()):
        assert row == best or ((best, row) in pairs and into[best] == best)


@given(PAIRS)
def test_no_two_rows_that_stand_match(pairs: list[tuple[int, int]]) -> None:
    into = stars(10, pairs)
    assert all(into[first] != first or into[second] != second for first, second in pairs)
