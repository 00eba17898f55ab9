"""Tests of `webapp.search.search`."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.webapp.search.sample_names import EVERYTHING
from webapp.search.search import MOST_OF_A_TYPE, Found, ranked, search, suggest
from webapp.search.search_index import FORMER, Place, SearchIndex, search_index


def names(places: Iterable[Place]) -> list[str]:
    return [place.nom for place in places]


def found(question: str, only: str | None = None) -> list[str]:
    return names(
        place for group in search(question, EVERYTHING, only).groups for place in group.places
    )


@pytest.mark.parametrize(
    "typed", ["ile de sein", "ÎLE-DE-SEIN", "Île de Sein", "  île   de sein ", "29083", "iledesein"]
)
def test_a_commune_is_found_however_it_is_typed(typed: str) -> None:
    assert found(typed)[0] == "Île-de-Sein"


def test_results_are_grouped_by_type_the_best_match_first() -> None:
    groups = search("brest", EVERYTHING).groups
    assert [(group.heading, names(group.places)) for group in groups] == [
        ("Communes", ["Brest"]),
        ("Intercommunalités", ["Brest Métropole"]),
    ]
    assert groups[0].places[0].path == "/commune/29019"
    assert [group.heading for group in search("finistere", EVERYTHING).groups] == ["Départements"]


def test_a_result_says_its_departement_and_its_people() -> None:
    place = search("brest", EVERYTHING).groups[0].places[0]
    assert place.where.startswith("Finistère (29), ")
    assert place.where.endswith("\u00a0habitants")
    assert place.detail == f"commune, {place.where}"


def test_words_are_found_in_any_order() -> None:
    assert found("métropole brest") == ["Brest Métropole"]


def test_a_word_in_the_middle_is_found() -> None:
    assert found("quimerch")[0] == "Pont-de-Buis-lès-Quimerch"


def test_a_postcode_leads_to_the_communes_that_have_it() -> None:
    for typed in ("29200", " 29 200 "):
        answer = search(typed, EVERYTHING)
        assert names(answer.groups[0].places) == ["Brest"]
        assert answer.postcode == "29200"


def test_a_postcode_comes_before_the_codes_of_communes_and_of_former_ones() -> None:
    rows = {
        "29019": {"nom": "Brest", "departement": "29", "population": 10},
        "29200": {"nom": "Grande", "departement": "29", "population": 99},
    }
    old = {"29200": ({"nom_ancien": "Vieille", "code_insee": "29019", "date": "1965-02-01"},)}
    sites = [{"code_postal": "29200", "code_insee": "29019", "departement": "29"}]
    answer = search("29200", search_index({"commune": rows}, old, sites))
    assert [names(group.places) for group in answer.groups] == [["Brest", "Grande"], ["Vieille"]]
    assert not answer.is_only_of_old
    assert search("29200", search_index({"commune": {"29019": rows["29019"]}}, old)).is_only_of_old


@pytest.mark.parametrize(
    "typed", ["paris 11e", "Paris 1er", "PARIS 11ème arrondissement", "paris 3", "paris 20e arr."]
)
def test_an_arrondissement_leads_to_its_city(typed: str) -> None:
    rows = {"75056": {"nom": "Paris", "departement": "75", "population": 2}}
    (group,) = search(typed, search_index({"commune": rows}, {})).groups
    assert names(group.places) == ["Paris"]


def test_an_unknown_postcode_names_its_departement() -> None:
    answer = search("29999", EVERYTHING)
    assert (answer.groups, answer.close) == ((), ())
    assert [place.path for place in answer.departements] == ["/departement/29"]
    elsewhere = search("35000", EVERYTHING).departements
    assert [(place.nom, place.path) for place in elsewhere] == [("Ille-et-Vilaine", "")]


@pytest.mark.parametrize("typed", ["logonna quimerch", "29138"])
def test_a_former_commune_leads_to_the_one_that_took_over(typed: str) -> None:
    place = next(
        place
        for group in search(typed, EVERYTHING).groups
        for place in group.places
        if place.type == FORMER
    )
    assert place.path == "/commune/29302"
    assert "dans Pont-de-Buis-lès-Quimerch\u00a0(29) depuis le 1er février 1965" in place.detail


def test_a_divided_commune_leads_to_the_page_of_its_heirs() -> None:
    place = search("ancienne", EVERYTHING).groups[0].places[0]
    assert place.path == "/commune/29998"
    assert " et " in place.where


def test_a_former_commune_of_the_same_name_is_found_by_its_code_only() -> None:
    assert found("brest").count("Brest") == 1
    assert found("29997") == ["Brest"]


def test_the_public_finds_communes_only() -> None:
    assert found("brest", "commune") == ["Brest"]
    assert found("finistere", "commune") == []
    assert found("logonna", "commune") == ["Logonna-Quimerch"]


def test_the_closest_spellings_are_offered() -> None:
    answer = search("qimper", EVERYTHING)
    assert answer.groups == ()
    assert "Quimper" in names(answer.close)
    assert "Quimper" in names(suggest("qimper", EVERYTHING, None, 8))


def test_suggestions_are_few_and_the_best_come_first() -> None:
    assert names(suggest("brest", EVERYTHING, None, 8))[:2] == ["Brest", "Brest Métropole"]
    assert len(suggest("e", EVERYTHING, None, 3)) == 3


def test_large_communes_come_first_and_the_rest_is_counted() -> None:
    rows = {
        f"{rank:05}": {"nom": f"Mont {rank}", "departement": "01", "population": rank or None}
        for rank in range(MOST_OF_A_TYPE + 5)
    }
    answer = search("mont", search_index({"commune": rows}, {}))
    (group,) = answer.groups
    assert (len(group.places), group.total, answer.total) == (20, 25, 25)
    assert group.places[0].nom == "Mont 24"


@pytest.mark.parametrize("typed", ["", "  ", "-- '", "\x00", "'\"<>%_*"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert search(typed, EVERYTHING) == Found()
    assert suggest(typed, EVERYTHING, None, 8) == []


@given(st.text(max_size=200), st.sampled_from([None, "commune"]))
def test_any_text_gets_an_answer(text: str, only: str | None) -> None:
    answer = search(text, EVERYTHING, only)
    assert answer.total == sum(group.total for group in answer.groups)
    assert len(suggest(text, EVERYTHING, only, 8)) <= 8


def test_nothing_is_found_among_nothing() -> None:
    assert search("brest", SearchIndex((), ())) == Found()


def test_matches_are_ranked_all_and_close_spellings_are_told_from_them() -> None:
    places, is_match = ranked("brest", EVERYTHING, None)
    assert (names(places), is_match) == (["Brest", "Brest Métropole"], True)
    close, is_match = ranked("qimper", EVERYTHING, None)
    assert close
    assert not is_match
    assert ranked(" ", EVERYTHING, None) == ([], False)
