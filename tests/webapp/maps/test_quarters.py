"""Quarters of an address: kept when the data have them, else replaced with a notice."""

from __future__ import annotations

import pytest

from webapp.maps.fibre_history import FibreHistory
from webapp.maps.quarters import settle_quarters
from webapp.views.state import MapState

KNOWN = FibreHistory.known_at(
    ("releve", quarter) for quarter in ("2021-T1", "2021-T2", "2022-T1", "2023-T1")
)
APART = FibreHistory.known_at([("historique", "2018-T1"), ("releve", "2023-T1")])


def settled(known=KNOWN, **asked):
    state, notices = settle_quarters(MapState(**asked), known)
    said = " ".join(notices).replace("\xa0", " ")
    return (state.indicator, state.quarter, state.before), said


def test_a_known_quarter_is_kept_and_the_latest_is_the_default() -> None:
    assert settled(indicator="fibre", quarter="2021-T2") == (("fibre", "2021-T2", None), "")
    assert settled(indicator="fibre", quarter="2023-T1") == (("fibre", None, None), "")


@pytest.mark.parametrize(
    ("asked", "shown", "words"),
    [
        ("2021-T4", "2021-T2", "le trimestre précédent, le 2e trimestre 2021"),
        ("2019-T1", "2021-T1", "le trimestre le plus ancien, le 1er trimestre 2021"),
        ("2030-T1", None, "le trimestre précédent, le 1er trimestre 2023"),
    ],
)
def test_an_unknown_quarter_gives_the_nearest_one_and_says_so(asked, shown, words) -> None:
    state, said = settled(indicator="fibre", quarter=asked)
    assert state == ("fibre", shown, None)
    assert words in said


def test_a_second_quarter_asks_for_the_difference() -> None:
    assert settled(indicator="fibre", before="2021-T1") == (("evolution", None, "2021-T1"), "")
    assert settled(indicator="verdict", before="2021-T1")[0] == ("verdict", None, "2021-T1")


def test_the_usual_start_is_left_out() -> None:
    assert settled(indicator="evolution", before="2022-T1") == (("evolution", None, None), "")


def test_quarters_are_put_in_the_order_of_time() -> None:
    state, said = settled(indicator="evolution", quarter="2021-T1", before="2023-T1")
    assert state == ("evolution", None, "2021-T1")
    assert "l'ordre du temps" in said


def test_the_first_quarter_has_no_evolution() -> None:
    state, said = settled(indicator="evolution", quarter="2021-T1")
    assert state == ("evolution", None, None)
    assert "jusqu'au 1er trimestre 2023" in said


def test_an_unknown_start_gives_the_usual_one() -> None:
    state, said = settled(indicator="evolution", quarter="2022-T1", before="2020-T3")
    assert state == ("evolution", "2022-T1", None)
    assert "part du 1er trimestre 2021" in said


def test_series_that_do_not_compare_show_no_evolution() -> None:
    state, said = settled(APART, indicator="evolution", quarter="2018-T1")
    assert state == ("evolution", "2018-T1", None)
    assert "aucune évolution" in said


def test_without_any_quarter_the_latest_data_are_shown() -> None:
    nothing = FibreHistory.known_at([])
    state, said = settled(nothing, indicator="fibre", quarter="2021-T1", before="2020-T1")
    assert state == ("fibre", None, None)
    assert said == "Aucun trimestre n'est connu ici."


def test_nothing_is_said_of_an_address_without_quarters() -> None:
    assert settled(indicator="fibre") == (("fibre", None, None), "")
