"""Tests of `webapp.evolutions.evolution_state`."""

from __future__ import annotations

import pytest

from tests.webapp.sample_evolution import BEFORE, MOVES
from webapp.evolutions.evolution_state import (
    LARGEST_PAGE,
    EvolutionState,
    Known,
    chosen,
    part,
    read_evolution_state,
)

KNOWN = Known({BEFORE}, {"29"}, {"242900314"})


def test_an_address_is_read_and_written_the_same() -> None:
    query = {
        "depuis": BEFORE,
        "departement": "29",
        "epci": "242900314",
        "classe": "3",
        "cause": "REGLE",
        "page": "2",
    }
    state, notices = read_evolution_state(query, KNOWN)
    assert notices == ()
    assert state.url() == "/evolutions?" + "&".join(f"{k}={v}" for k, v in query.items())
    assert state.is_filtered


def test_empty_choices_are_no_filter() -> None:
    state, notices = read_evolution_state({"departement": "", "classe": "", "page": ""}, KNOWN)
    assert (state, notices) == (EvolutionState(), ())
    assert not state.is_filtered


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("depuis", "zz"),
        ("departement", "22"),
        ("epci", "x"),
        ("classe", "9"),
        ("cause", "LUNE"),
        ("page", "0"),
        ("page", "-1"),
        ("page", "²"),
        ("page", "9999999"),
    ],
)
def test_what_cannot_be_used_is_said(name: str, value: str) -> None:
    state, notices = read_evolution_state({name: value}, KNOWN)
    assert state == EvolutionState()
    assert len(notices) == 1
    assert f"{name}={value}" in notices[0]


@pytest.mark.parametrize(
    ("state", "codes"),
    [
        (EvolutionState(), ["29001", "29019", "29232", "29302", "29999"]),
        (EvolutionState(departement="22"), []),
        (EvolutionState(epci="242900314"), ["29019"]),
        (EvolutionState(verdict="2"), ["29232", "29302", "29999"]),
        (EvolutionState(cause="REGLE"), ["29001", "29019"]),
        (EvolutionState(cause="REGLE", verdict="3"), ["29001"]),
    ],
)
def test_filters_add_up(state: EvolutionState, codes: list[str]) -> None:
    assert [move["code_insee"] for move in chosen(MOVES, state)] == codes


def test_pages_hold_every_move_once() -> None:
    moves = [{"code_insee": str(one)} for one in range(2 * LARGEST_PAGE + 1)]
    pages = [part(moves, EvolutionState(page=page)) for page in (1, 2, 3)]
    assert [move for page, _ in pages for move in page] == moves
    assert {count for _, count in pages} == {3}


def test_a_page_beyond_is_the_last() -> None:
    assert part([{"a": 1}], EvolutionState(page=7)) == ([{"a": 1}], 1)
    assert part([], EvolutionState(page=7)) == ([], 1)
