"""Tests of `webapp.views.search`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.webapp.sample import TABLES
from webapp.views.search import Place, folded, search, search_index

EVERYTHING = search_index(TABLES["communes"], TABLES["epci"], TABLES["departement"])


def names(found: tuple[Place, ...]) -> list[str]:
    return [place.nom for place in found]


@pytest.mark.parametrize(
    "typed", ["ile de sein", "ÎLE-DE-SEIN", "Île de Sein", "  île   de sein ", "29083"]
)
def test_a_commune_is_found_however_it_is_typed(typed: str) -> None:
    assert names(search(typed, EVERYTHING).results)[0] == "Île-de-Sein"


def test_the_equal_name_comes_first() -> None:
    found = search("brest", EVERYTHING).results
    assert names(found) == ["Brest", "Brest Métropole"]
    assert found[0].path == "/commune/29019"


def test_large_communes_come_before_small_ones() -> None:
    rows = [
        {
            "code_insee": code,
            "nom": nom,
            "departement": "01",
            "nom_epci": None,
            "population": people,
        }
        for code, nom, people in (
            ("01001", "Montagnat", 2000),
            ("01002", "Montreuil", None),
            ("34172", "Montpellier", 310000),
        )
    ]
    found = search("mont", search_index(rows, (), ())).results
    assert names(found) == ["Montpellier", "Montagnat", "Montreuil"]


def test_a_word_in_the_middle_is_found() -> None:
    assert names(search("quimerch", EVERYTHING).results) == ["Pont-de-Buis-lès-Quimerch"]


def test_the_closest_spellings_are_offered() -> None:
    found = search("qimper", EVERYTHING)
    assert found.results == ()
    assert "Quimper" in names(found.suggestions)


@pytest.mark.parametrize("typed", ["", "  ", "-- '"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert search(typed, EVERYTHING).results == ()


@given(st.text(max_size=40))
def test_any_text_is_folded_once_and_for_all(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    search(text, EVERYTHING)
