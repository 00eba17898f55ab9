"""The same place under another id, and the places that merge or part."""

from __future__ import annotations

from typing import Any

import pytest

from carto.changes.same_places import ids_of, renamed_places
from tests.carto.changes.releases import place


def by_id(*rows: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows}


def test_a_place_has_its_id_and_those_merged_into_it() -> None:
    assert ids_of(place("a", merged_ids="b|c")) == ["a", "b", "c"]
    assert ids_of(place("a")) == ["a"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (place("a", merged_ids="b"), place("b")),
        (place("a"), place("b", merged_ids="a")),
        (place("a", merged_ids="x"), place("b", merged_ids="x")),
    ],
)
def test_the_same_place_read_from_another_list(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    assert renamed_places(by_id(before), by_id(after)) == {"a": "b"}


def test_a_place_of_both_is_not_renamed() -> None:
    before = by_id(place("a"), place("b"))
    assert renamed_places(before, by_id(place("a", merged_ids="b"))) == {}
    assert renamed_places(by_id(place("a", merged_ids="b")), before) == {}


def test_two_places_that_become_one_give_it_one_former_id() -> None:
    before = by_id(place("a"), place("b"))
    assert renamed_places(before, by_id(place("c", merged_ids="a|b"))) == {"a": "c"}


def test_other_places_are_others() -> None:
    assert renamed_places(by_id(place("a")), by_id(place("b"))) == {}
