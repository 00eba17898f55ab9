"""Changes in words: a line by place, what modifies it, what cancels it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from carto.planning.scenarios.scenario import Addition, Scenario, Where
from tests.webapp.scenarios.small_ground import NAMES
from webapp.scenarios.change_list import change_lines, chosen_place

NBSP = "\xa0"
SCENARIO = Scenario(
    additions=(Addition(Where("29042"), 3.5), Addition(Where(lon_lat=(-4.2, 48.1234)), 7.0)),
    removals=("fs-2046",),
    hours=(("fs-173", 14.0),),
    moves=(("fs-173", Where("29001")),),
)


def address(more: Mapping[str, str]) -> str:
    return f"/scenario?{urlencode(more)}"


def test_each_change_is_a_line_in_words() -> None:
    lines = change_lines(SCENARIO, NAMES, "fs-173", address)
    said = {line.id: line.words for line in lines}
    assert said["ajout-1"] == f"Ajouter 3,5{NBSP}h par semaine à Crozon"
    assert said["ajout-2"] == f"Ajouter 7{NBSP}h par semaine au point 48,1234{NBSP}; −4,2000"
    assert said["fs-2046"].startswith("Retirer ")
    assert f"déplacé à Argol, 14{NBSP}h par semaine au lieu de 30{NBSP}h" in said["fs-173"]
    assert [line.id for line in lines if line.is_chosen] == ["fs-173"]
    assert lines[0].cancel == "/scenario?geste=annuler&cible=ajout-1"


def test_the_form_of_a_place_holds_what_the_scenario_makes_of_it() -> None:
    changed = chosen_place("fs-173", SCENARIO, NAMES, address)
    assert (changed.hours, changed.is_removed) == ("14", False)
    assert f"aujourd'hui 30{NBSP}h par semaine" in changed.detail
    assert chosen_place("fs-2046", SCENARIO, NAMES, address).is_removed
    assert chosen_place("ajout-2", SCENARIO, NAMES, address).hours == "7"


def test_an_unknown_place_has_no_form() -> None:
    assert chosen_place("nulle-part", SCENARIO, NAMES, address) is None
    assert chosen_place("ajout-3", SCENARIO, NAMES, address) is None
