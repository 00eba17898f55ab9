"""Gestures in an address: read when they can be used, refused with a reason otherwise."""

from __future__ import annotations

import pytest

from carto.planning.scenarios.scenario import Addition, Scenario, Where
from tests.webapp.scenarios.small_ground import INDEX, NAMES
from webapp.scenarios.asked_gesture import Knowledge, Refused, asked_gesture
from webapp.scenarios.gesture import ADD, CHANGE_HOURS, MOVE, REMOVE, Gesture

KNOWN = Knowledge(NAMES, INDEX, None)
BREST = Where(commune="29019")
ONE = Scenario(additions=(Addition(BREST, 3.5),))


def asked(**query: str) -> Gesture | Refused | None:
    return asked_gesture(query, ONE, KNOWN)


def test_an_address_without_a_gesture_asks_for_none() -> None:
    assert asked(territoire="departement-29") is None


def test_a_commune_pointed_at_or_typed_is_the_same_gesture() -> None:
    pointed = asked(geste=ADD, ou="29019", duree="7")
    assert pointed == asked(geste=ADD, q="brest", duree="7,0") == Gesture(ADD, "", BREST, 7.0)


def test_half_a_day_is_added_when_no_hours_are_said() -> None:
    assert asked(geste=ADD, ou="29019", duree="") == Gesture(ADD, "", BREST, 3.5)


def test_places_of_today_and_of_the_scenario_are_changed() -> None:
    assert asked(geste=REMOVE, cible="fs-173") == Gesture(REMOVE, "fs-173")
    moved = asked(geste=MOVE, cible="ajout-1", ou="29042")
    assert moved == Gesture(MOVE, "ajout-1", Where(commune="29042"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"geste": "vendre"}, "n'est pas compris"),
        ({"geste": REMOVE, "cible": "fs-0"}, "n'est pas de ce territoire"),
        ({"geste": REMOVE, "cible": "ajout-2"}, "n'est pas de ce territoire"),
        ({"geste": CHANGE_HOURS, "cible": "fs-173", "duree": "0"}, "de 0,5 à 60"),
        ({"geste": CHANGE_HOURS, "cible": "fs-173", "duree": "١"}, "de 0,5 à 60"),
        ({"geste": ADD, "q": "Zzzzzz"}, "ne s'appelle"),
        ({"geste": ADD}, "Dites où"),
    ],
)
def test_a_gesture_that_cannot_be_made_is_refused_with_its_reason(query, said) -> None:
    refused = asked(**query)
    assert isinstance(refused, Refused)
    assert said in refused.said
