"""A scenario in an address is read back as it was written, or refused change by change."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.planning.scenarios.scenario import Addition, Scenario, Where
from webapp.planning.scenario_address import (
    MOST_CHANGES,
    Pair,
    WrittenScenario,
    query_text,
    read_scenario,
    read_where,
    scenario_pairs,
    where_text,
)

ID = "f6a65025bfeecb2e"
HOURS = st.integers(2, 240).map(lambda quarters: quarters / 4)
CODES = st.sampled_from(["29019", "2A004", "97411"]).map(lambda code: Where(commune=code))
POINTS = st.tuples(st.floats(-180, 180), st.floats(-89, 89)).map(
    lambda point: Where(lon_lat=(round(point[0], 4), round(point[1], 4)))
)
WHERES = CODES | POINTS
IDS = st.lists(
    st.sampled_from([f"lieux:{rank}" for rank in range(6)] + ["a:b:c", "fs-1"]),
    unique=True,
    max_size=5,
)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    places = draw(IDS)
    removed, changed = places[:2], places[2:]
    return Scenario(
        additions=tuple(
            Addition(where, draw(HOURS)) for where in draw(st.lists(WHERES, max_size=4))
        ),
        removals=tuple(removed),
        hours=tuple((place, draw(HOURS)) for place in changed),
        moves=tuple((place, draw(WHERES)) for place in changed[:1]),
    )


def values(pairs: list[Pair]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in pairs:
        found[name].append(value)
    return found


def read(query: str) -> WrittenScenario:
    return read_scenario(parse_qs(query, keep_blank_values=True))


@given(scenarios())
def test_it_is_read_back_as_it_was_written(scenario: Scenario) -> None:
    pairs = scenario_pairs(scenario, ID)
    for query in (values(pairs), parse_qs(query_text(pairs))):
        found = read_scenario(query)
        assert found.scenario == scenario
        assert found.refusals == ()
        assert found.state == ("" if scenario.is_empty else "f6a65025")


@given(POINTS)
def test_a_point_is_written_to_ten_metres(where: Where) -> None:
    assert read_where(where_text(where)) == where


def test_an_empty_scenario_is_not_written() -> None:
    assert scenario_pairs(Scenario(), ID) == []
    assert read("ajout=&retrait=").scenario == Scenario()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ajout=Brest:3", "ajout=Brest:3"),
        ("ajout=29019", "attendu 29019:3.5"),
        ("ajout=29019:0", "de 0,5 à 60"),
        ("ajout=29019:61", "de 0,5 à 60"),
        ("ajout=29019:1e1", "attendu"),
        ("ajout=29019:٣", "attendu"),
        ("ajout=-181,48:3", "attendu"),
        ("ajout=-4.2,91:3", "attendu"),
        ("heures=:14", "attendu"),
        ("heures=fs-1:beaucoup", "attendu"),
        ("deplace=fs-1:la-bas", "attendu"),
        ("sc=2&ajout=29019:3", "version"),
        ("etat=nul&ajout=29019:3", "etat=nul"),
        ("retrait=fs-1&retrait=fs-1", "deux fois"),
        ("heures=fs-1:3&heures=fs-1:4", "deux fois"),
        ("retrait=fs-1&heures=fs-1:3", "à la fois"),
        ("retrait=fs-1&deplace=fs-1:29019", "à la fois"),
        ("&".join(["ajout=29019:3"] * (MOST_CHANGES + 1)), "20 changements au plus"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reason(query: str, said: str) -> None:
    refusals = read(query).refusals
    assert len(refusals) == 1
    assert said in refusals[0].reason.replace("\u00a0", " ").replace("\u202f", " ")
    assert refusals[0].parameter in query


def test_the_others_are_kept_apart() -> None:
    found = read("ajout=29019:3.5&ajout=xx:3&heures=fs-1:7,5")
    assert found.scenario == Scenario((Addition(Where("29019"), 3.5),), hours=(("fs-1", 7.5),))
    assert [refusal.parameter for refusal in found.refusals] == ["ajout"]


@given(
    st.dictionaries(
        st.sampled_from(["ajout", "retrait", "heures", "deplace", "sc", "etat"]),
        st.lists(st.text(max_size=30), max_size=3),
    )
)
def test_any_text_is_read_or_refused(query: dict[str, list[str]]) -> None:
    for refusal in read_scenario(query).refusals:
        assert refusal.reason
