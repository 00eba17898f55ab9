"""Tests of `webapp.places.place_list`."""

from __future__ import annotations

import pytest

from tests.webapp.sample import Row
from webapp.places.place_list import (
    BY_COMMUNE,
    BY_DISTANCE,
    PER_PAGE,
    around,
    by_commune,
    grouped,
    page_of,
    read_list_state,
)
from webapp.places.places import describe


def test_a_chosen_commune_sorts_by_distance_unless_told_otherwise() -> None:
    assert read_list_state({}, None)[0].sort == BY_COMMUNE
    assert read_list_state({}, "29019")[0].sort == BY_DISTANCE
    assert read_list_state({"tri": "commune"}, "29019")[0].sort == BY_COMMUNE


@pytest.mark.parametrize("query", [{"tri": "x"}, {"page": "0"}, {"page": "²"}, {"tri": "distance"}])
def test_a_bad_value_gives_the_default_and_a_notice(query: dict[str, str]) -> None:
    state, notices = read_list_state(query, None)
    assert (state.sort, state.page) == (BY_COMMUNE, 1)
    assert len(notices) == 1


def test_places_are_under_their_communes_those_beyond_at_the_end(
    sites: dict[str, Row], communes: dict[str, Row]
) -> None:
    inside = {"29155", "29019"}
    rows = by_commune(sites.values(), communes, inside)
    groups = grouped(rows, describe, communes, inside)
    assert [group.nom for group in groups] == [
        "Brest",
        "Ouessant",
        "Crozon (hors du territoire)",
        "Plouaret (hors du territoire)",
        "Quimper (hors du territoire)",
    ]
    assert [group.code for group in groups][-2:] == ["", "29232"]


def test_a_list_around_a_commune_tells_distances(sites: dict[str, Row]) -> None:
    adrift = {**sites["fs-173"], "flags": ["POSITION_APPROCHEE"]}
    (group,) = around(
        [sites["fs-2046"], adrift], describe, {"fs-2046": 1.94, "fs-173": 0.0}, "Crozon"
    )
    assert group.nom == "Du plus proche au plus loin de Crozon"
    distances = [one.distance for one in group.places]
    assert distances == ["À 1,9\u00a0km à vol d'oiseau", "Distance inconnue"]


def test_a_long_list_is_cut_in_pages() -> None:
    rows: list[Row] = [{"id": str(number)} for number in range(PER_PAGE + 3)]
    shown, pages = page_of(rows, 2)
    assert len(shown) == 3
    assert (pages.number, pages.count, pages.first, pages.last) == (2, 2, PER_PAGE + 1, len(rows))
    assert page_of(rows, 99)[1].number == 2
    assert page_of([], 1)[1].count == 1
