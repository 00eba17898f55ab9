"""Tables of a withdrawal: places with what is left of them, communes in the order of the loss."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from carto.planning.closing.closure_effect import withdrawal
from tests.carto.planning.small_ground import small_ground
from webapp.siting.closure_tables import closure_tables


def test_a_place_is_listed_with_the_others_of_its_commune() -> None:
    ground, gone = small_ground(), np.array([1])
    places, _ = closure_tables(ground, withdrawal(ground, gone), gone)
    assert [cell.text for cell in places.rows[0]] == ["Lieu 1", "Ville", "7,0", "1"]


def test_losers_come_by_the_minutes_of_their_people() -> None:
    ground, gone = small_ground(), np.array([2])
    _, losers = closure_tables(ground, withdrawal(ground, gone), gone)
    names = [row[0].text for row in losers.rows]
    assert names[0] == "Ailleurs (hors territoire)", "900 people, as many minutes as the others"
    assert set(names) >= {"Port", "Hameau"}
    assert losers.rows[0][-1].text == "Lieu 0"


def test_without_a_loser_the_table_says_so() -> None:
    ground, gone = small_ground(places=(("29001", 35.0), ("29001", 0.0))), np.array([1])
    _, losers = closure_tables(ground, withdrawal(ground, gone), gone)
    assert losers.rows == ()
    assert losers.empty.startswith("Aucune commune")


def test_a_commune_that_is_cut_off_and_of_unknown_people_comes_last() -> None:
    ground = small_ground(people=(8000.0, 1000.0, 500.0, float("nan"), 900.0))
    alone = ground.minutes.copy()
    alone[3] = [np.inf, np.inf, 2.0]
    gone = np.array([2])
    _, losers = closure_tables(ground, withdrawal(replace(ground, minutes=alone), gone), gone)
    assert losers.rows[-1][0].text == "Port"
    assert losers.rows[-1][1].text == "donnée absente"
    assert losers.rows[0][0].text == "Ailleurs (hors territoire)"
