"""Tests of `webapp.tables.table_filter`."""

from __future__ import annotations

import pytest

from tests.webapp.sample import Row
from webapp.tables.table_filter import UNDERSERVED, TableFilter, filter_words, read_filter

QUERY = {
    "q": "plou",
    "verdict": "prioritaire",
    "type_commune": "cumul",
    "solidite": "robuste",
    "epci": "200066868",
    "pop_min": "500",
    "pop_max": "2 000",
}
ASKED = TableFilter("plou", "3", "cumul", "robuste", "200066868", 500, 2000)


def test_an_address_is_read_and_written_back() -> None:
    assert read_filter(QUERY, {"200066868"}, of_communes=True) == (ASKED, ())
    assert ASKED.query() == {**QUERY, "pop_max": "2000"}
    assert TableFilter().is_empty
    assert TableFilter().query() == {}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("prioritaire", "3"),
        ("sous-desservie", "2"),
        ("vigilance", "1"),
        ("non-sous-desservie", "0"),
        ("indetermine", "indetermine"),
        ("sans-objet", "sans_objet"),
        ("sous-desservies", UNDERSERVED),
    ],
)
def test_a_verdict_is_asked_for_by_its_word_or_its_published_value(written: str, key: str) -> None:
    asked = TableFilter(verdict=key)
    for said in (written, key):
        assert read_filter({"verdict": said}, (), of_communes=True) == (asked, ())
    assert asked.query() == {"verdict": written}


def test_values_that_mean_nothing_filter_nothing_and_are_said() -> None:
    bad = {
        **dict.fromkeys(("verdict", "type_commune", "solidite", "epci"), "x"),
        **dict.fromkeys(("pop_min", "pop_max"), "-3"),
    }
    found, notices = read_filter(bad, (), of_communes=True)
    assert found.is_empty
    assert len(notices) == len(bad)


def test_larger_territories_have_no_verdict_of_their_own() -> None:
    found, notices = read_filter({"verdict": "3", "q": "Brest"}, (), of_communes=False)
    assert found == TableFilter(name="Brest")
    assert len(notices) == 1


@pytest.mark.parametrize("asked", [TableFilter(), TableFilter(name="ÎLE de sein")])
def test_accents_and_capitals_of_a_name_do_not_count(
    asked: TableFilter, communes: dict[str, Row]
) -> None:
    assert asked.keeps(communes["29083"])
    assert asked.keeps(communes["29019"]) == asked.is_empty


def test_a_population_is_in_its_range_bounds_included(communes: dict[str, Row]) -> None:
    brest = communes["29019"]
    people = brest["population"]
    assert TableFilter(least_people=people, most_people=people).keeps(brest)
    assert not TableFilter(most_people=people - 1).keeps(brest)
    assert not TableFilter(least_people=people + 1).keeps(brest)
    assert not TableFilter(least_people=0).keeps({**brest, "population": None})


def test_under_served_is_any_verdict_of_that_kind(communes: dict[str, Row]) -> None:
    kept = [row for row in communes.values() if TableFilter(verdict=UNDERSERVED).keeps(row)]
    assert kept
    assert all(row["is_underserved"] for row in kept)
    for row in communes.values():
        assert TableFilter(verdict=row["verdict"]).keeps(row)


def test_the_filter_is_said_in_words() -> None:
    words = ", ".join(filter_words(ASKED, lambda siren: f"EPCI {siren}")).replace("\u00a0", " ")
    assert words == (
        "nom contenant « plou », verdict « prioritaire », type « cumul des difficultés », "
        "verdict robuste, EPCI 200066868, au moins 500 habitants, au plus 2\u202f000 habitants"
    )
    tipping = filter_words(TableFilter(robustness="bascule"), str)
    assert tipping == ["verdict qui peut basculer"]
