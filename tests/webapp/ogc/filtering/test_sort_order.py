"""The order of features: several keys, missing values last, equal ones by id."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.webapp.ogc.filtering.small_table import ROWS, TYPES, small_table
from webapp.errors import ParameterError
from webapp.ogc.filtering.sort_order import MOST_KEYS, read_sortby

TABLE = small_table()
EVERY = np.arange(len(TABLE))

KEYS = st.lists(
    st.tuples(st.sampled_from([*TYPES]), st.sampled_from(["", "+", "-"])),
    min_size=1,
    max_size=3,
    unique_by=lambda key: key[0],
)


def sorted_by_hand(keys: list[tuple[str, str]]) -> list[int]:
    """Sort by the last key first: each sort keeps the order of equal rows."""
    places = list(range(len(ROWS)))
    for name, sign in reversed(keys):
        column = [*TYPES].index(name)
        known = [place for place in places if ROWS[place][column] is not None]
        missing = [place for place in places if ROWS[place][column] is None]
        values = sorted({ROWS[place][column] for place in known}, reverse=sign == "-")
        places = [p for value in values for p in known if ROWS[p][column] == value] + missing
    return places


@given(KEYS)
def test_sort_as_by_hand(keys: list[tuple[str, str]]) -> None:
    text = ",".join(f"{sign}{name}" for name, sign in keys)
    assert read_sortby(text, TABLE).positions(TABLE, EVERY).tolist() == sorted_by_hand(keys)


def test_only_chosen_features_are_sorted() -> None:
    order = read_sortby("-population", TABLE)
    assert order.positions(TABLE, np.array([2, 3, 4])).tolist() == [3, 2, 4]


def test_a_plus_that_became_a_space_is_read() -> None:
    assert read_sortby(" nom", TABLE) == read_sortby("+nom", TABLE) == read_sortby("nom", TABLE)


@pytest.mark.parametrize(
    "text",
    ["", "rien", "nom,", "--nom", "+-nom", "nom desc", "geometry", "nom,-nom"],
)
def test_refuse_what_is_no_order(text: str) -> None:
    with pytest.raises(ParameterError) as refusal:
        read_sortby(text, TABLE)
    assert refusal.value.parameter == "sortby"


def test_refuse_more_keys_than_a_person_writes() -> None:
    with pytest.raises(ParameterError, match="trop de propriétés"):
        read_sortby(",".join(["nom"] * (MOST_KEYS + 1)), TABLE)
