"""The choice of a quarter: addresses, gaps, what cannot be run through."""

from __future__ import annotations

from webapp.maps.fibre_history import FibreHistory
from webapp.maps.time_bar import TRACK_WIDTH, past_only_words, time_bar
from webapp.views.state import MapState

KNOWN = FibreHistory.known_at(("releve", quarter) for quarter in ("2021-T1", "2021-T2", "2022-T1"))
CLOSE = FibreHistory.known_at([("releve", "2021-T1"), ("releve", "2021-T2")])
PATH = "/departement/29"


def test_quarters_are_listed_with_the_latest_as_the_default() -> None:
    bar = time_bar(MapState("fibre", quarter="2021-T2"), KNOWN, PATH)
    assert [choice.value for choice in bar.quarters] == ["2021-T1", "2021-T2", ""]
    assert [choice.is_chosen for choice in bar.quarters] == [False, True, False]
    assert bar.chosen == "2e trimestre 2021"


def test_links_lead_one_known_quarter_back_and_forth() -> None:
    bar = time_bar(MapState("fibre", "29019", quarter="2021-T2"), KNOWN, PATH)
    assert bar.previous == "/departement/29?ind=fibre&sel=29019&t=2021-T1"
    assert bar.following == "/departement/29?ind=fibre&sel=29019"
    assert time_bar(MapState("fibre"), KNOWN, PATH).following == ""


def test_quarters_without_data_are_marked_on_the_track() -> None:
    bar = time_bar(MapState("fibre"), KNOWN, PATH)
    assert [tick.has_data for tick in bar.ticks] == [True, True, False, False, True]
    assert [bar.ticks[0].x, bar.ticks[-1].x] == [0, TRACK_WIDTH]
    assert "2 sans donnée" in bar.gaps
    assert time_bar(MapState("fibre", quarter="2021-T1"), CLOSE, PATH).gaps == ""


def test_an_evolution_lists_its_starts_and_no_quarter_without_one() -> None:
    bar = time_bar(MapState("evolution"), KNOWN, PATH)
    assert [choice.quarter for choice in bar.quarters] == ["2021-T2", "2022-T1"]
    assert [choice.value for choice in bar.befores] == ["", "2021-T2"]
    assert time_bar(MapState("fibre"), KNOWN, PATH).befores == ()


def test_one_quarter_is_no_choice() -> None:
    alone = FibreHistory.known_at([("releve", "2022-T1")])
    assert time_bar(MapState("fibre"), alone, PATH) is None


def test_classes_made_from_the_values_of_each_quarter_are_not_run_through() -> None:
    assert time_bar(MapState("fibre"), KNOWN, PATH).can_slide
    assert not time_bar(MapState("fibre", method="jenks"), KNOWN, PATH).can_slide


def test_a_quarter_of_another_series_says_that_it_does_not_compare() -> None:
    both = FibreHistory.known_at([("historique", "2021-T1"), ("releve", "2022-T1")])
    assert "historique" in time_bar(MapState("fibre", quarter="2021-T1"), both, PATH).series
    assert time_bar(MapState("fibre"), both, PATH).series == ""


def test_the_quarter_changes_nothing_but_the_network() -> None:
    assert "2e trimestre 2021" in past_only_words(MapState(quarter="2021-T2"))
    assert past_only_words(MapState("fibre", quarter="2021-T2")) == ""
    assert past_only_words(MapState()) == ""
