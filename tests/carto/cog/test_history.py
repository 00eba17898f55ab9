"""Territory never changes hands in part unless a commune is carved; returns undo merges."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.cog.history import History, read_history
from carto.contracts import check
from carto.tables.geography import MOUVEMENTS
from tests.carto.cog.real_movements import real_movements


@pytest.fixture(scope="module")
def history() -> History:
    return read_history(real_movements())


def living(history: History, year: int, *codes: str) -> dict[str, set[str]]:
    parcels = history.parcels(year)
    return {code: set(parcels[code]) for code in codes if code in parcels}


def test_the_rows_meet_their_contract() -> None:
    assert check(real_movements(), MOUVEMENTS) == []


def test_a_merge_joins_parcels(history: History) -> None:
    assert set(history.parcels(2015)) >= {"85030", "85084", "85165", "85212"}
    assert living(history, 2016, "85030", "85084", "85165", "85212") == {
        "85084": {"85030", "85084", "85165", "85212"}
    }


def test_a_re_established_commune_takes_back_what_it_had(history: History) -> None:
    assert living(history, 2026, "85030", "85084", "85165", "85212") == {
        "85084": {"85030", "85084"},
        "85165": {"85165"},
        "85212": {"85212"},
    }


def test_what_happens_on_the_first_of_january_counts_for_the_year(history: History) -> None:
    assert "85165" in history.parcels(2024)
    assert "85165" not in history.parcels(2023)


def test_a_change_of_departement_and_a_merge_on_one_day(history: History) -> None:
    assert living(history, 2017, "44225", "49144") == {"49144": {"49144"}}
    assert living(history, 2018, "44180", "44225", "49144") == {
        "44180": {"44017", "44180", "49144"}
    }


def test_a_code_may_be_given_up_and_taken_back(history: History) -> None:
    found = [living(history, year, "27676", "27058") for year in (2020, 2022, 2024)]
    assert found == [{"27676": {"27676"}}, {"27058": {"27676"}}, {"27676": {"27676"}}]


def test_a_carved_commune_was_in_those_it_is_made_of(history: History) -> None:
    before = living(history, 1989, "38422", "38478", "38529", "38567")
    after = living(history, 1990, "38422", "38478", "38529", "38567")
    assert len(after["38567"]) == 3
    assert all(len(after["38567"] & parcels) == 1 for parcels in before.values())
    assert set(before) == {"38422", "38478", "38529"}
    assert {code: parcels for code, parcels in after.items() if code != "38567"} == {
        code: {code} for code in before
    }


def test_a_commune_may_be_shared_and_disappear(history: History) -> None:
    before, after = history.parcels(1968), history.parcels(1969)
    assert "08227" in before
    assert "08227" not in after
    assert before["08227"] & after["08203"]
    assert before["08227"] & after["08454"]


@pytest.mark.parametrize("code", ["97424", "97123", "29019"])
def test_what_has_no_link_between_two_communes_is_left_alone(history: History, code: str) -> None:
    assert history.parcels(2000).get(code, {code}) == {code}


def test_parcels_are_neither_lost_nor_shared(history: History) -> None:
    every = [set().union(*history.parcels(year).values()) for year in (1950, 1980, 2017, 2026)]
    assert all(found == every[0] for found in every)
    latest = list(history.parcels(2026).values())
    assert sum(map(len, latest)) == len(set().union(*latest))


def test_the_order_of_the_file_is_indifferent(history: History) -> None:
    backwards = read_history(real_movements().iloc[::-1])
    assert backwards == history


def test_no_movement_changes_nothing() -> None:
    nothing = real_movements().iloc[:0]
    assert read_history(nothing).parcels(2026) == {}


def test_names_are_the_last_ones(history: History) -> None:
    assert history.names["49144"] == "Freigné"
    assert history.names["85084"] == "Essarts-en-Bocage"


@pytest.mark.france
def test_the_history_of_france_ends_at_its_communes(
    france_history: History, france_communes: pd.DataFrame
) -> None:
    communes = set(france_communes.loc[france_communes["type_commune"] == "COM", "code_insee"])
    holdings = france_history.until(2026)
    assert set(holdings.living) <= communes
    assert not (set(holdings.last) - set(holdings.living)) & communes
