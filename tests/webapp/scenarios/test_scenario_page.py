"""The address of the page: territory, changes, what is shown, rule; defaults left out."""

from __future__ import annotations

from carto.planning.scenarios.scenario import Addition, Scenario, Where
from webapp.rule.rule import Rule
from webapp.scenarios.scenario_page import ScenarioPage
from webapp.scenarios.scenario_territory import Perimeter

TWO = Scenario((Addition(Where("29019"), 3.5), Addition(Where(lon_lat=(-4.2, 48.5)), 7.0)))
PAGE = ScenarioPage(
    Perimeter("departement", "29"), TWO, "acces", Rule(temps_max=15.0), "4b9544a4f2"
)


def test_an_address_holds_all_of_a_scenario_in_one_order() -> None:
    assert PAGE.url() == (
        "/scenario?territoire=departement-29&ajout=29019:3.5&ajout=-4.2,48.5:7&sc=1&etat=4b9544a4"
        "&ind=acces&temps_max=15"
    )


def test_a_gesture_comes_last_and_a_file_has_the_same_address() -> None:
    assert PAGE.url({"geste": "ajouter"}).endswith("&temps_max=15&geste=ajouter")
    assert PAGE.url(path="/scenario.json") == PAGE.url().replace("/scenario?", "/scenario.json?")


def test_what_is_usual_is_left_out() -> None:
    usual = ScenarioPage(Perimeter("epci", "242900314"), Scenario(), "temps", Rule(), "4b9544a4f2")
    assert usual.url() == "/scenario?territoire=epci-242900314"
