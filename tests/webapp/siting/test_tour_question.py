"""The question of a tour, from an address and back to one."""

from __future__ import annotations

from typing import Any

import pytest

from webapp.siting.asked_values import AskedValues
from webapp.siting.tour_question import AskedTour, read_tour

Row = dict[str, Any]


def commune(code: str, people: int | None, *, is_underserved: bool, low: int = 2) -> Row:
    return {
        **{"code_insee": code, "nom": f"Commune {code}", "population": people, "score": 50.0},
        **{"is_underserved": is_underserved, "verdict_low": low, "is_commune_relais": None},
    }


COMMUNES = [
    commune("29001", 900, is_underserved=True, low=3),
    commune("29002", 12000, is_underserved=False, low=0),
    commune("29003", None, is_underserved=True),
    commune("29004", 500, is_underserved=True),
]


def asked(communes: list[Row] = COMMUNES, **query: list[str]) -> tuple[AskedTour, list[str]]:
    values = AskedValues(query)
    return read_tour(values, communes), values.notices


def test_days_start_from_the_most_populated_commune() -> None:
    assert asked()[0].base == "29002"


def test_the_worst_communes_come_first_as_many_as_a_week_holds() -> None:
    tour, notices = asked(heures=["7"])
    assert (tour.way, tour.ways) == ("sous-desservies", ("sous-desservies", "choix"))
    assert tour.stops == ("29001", "29003")
    assert (tour.left_out, notices) == (1, [])
    assert asked(heures=["7"], demi=["2"])[0].stops == ("29001",)


def test_relay_communes_are_visited_where_they_are_known() -> None:
    relays = [row | {"is_commune_relais": row["code_insee"] != "29004"} for row in COMMUNES]
    tour, _ = asked(relays, heures=["3,5"])
    assert tour.way == "relais"
    assert tour.stops == ("29001", "29003"), "all of them, in as many weeks as it takes"


def test_relays_that_are_not_known_are_said() -> None:
    tour, notices = asked(arrets=["relais"])
    assert tour.way == "sous-desservies"
    assert "communes relais" in notices[0]


def test_chosen_stops_are_kept_but_for_the_base_and_strangers() -> None:
    tour, notices = asked(arret=["29004", "29002", "75056"])
    assert (tour.way, tour.stops) == ("choix", ("29004",))
    assert "75056" in notices[0]
    assert ("arret", "29004") in tour.query()


@pytest.mark.parametrize("base", ["75056", "x" * 300])
def test_a_base_of_elsewhere_is_said(base: str) -> None:
    tour, notices = asked(depart=[base])
    assert tour.base == "29002"
    assert len(notices[0]) < 150


def test_a_question_is_read_back_from_its_address() -> None:
    tour, _ = asked(heures=["10,5"], demi=["2"], depart=["29004"], arret=["29001"])
    again = {
        name: [value for key, value in tour.query() if key == name] for name, _ in tour.query()
    }
    assert asked(**again)[0] == tour


def test_a_start_is_told_when_it_is_underserved() -> None:
    assert not asked()[0].is_base_underserved
    assert asked(depart=["29001"])[0].is_base_underserved
