"""The passage says what each commune became, in both directions, and nothing of the others."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.cog.history import History, read_history
from carto.cog.passage import Passage, find_passage
from tests.carto.cog.real_movements import real_movements

HISTORY = read_history(real_movements())
YEARS = st.integers(min_value=1960, max_value=2030)


def passage(start: int, end: int) -> Passage:
    return find_passage(HISTORY, start, end)


@pytest.mark.parametrize(
    ("code", "start", "end", "became"),
    [
        ("85165", 2015, 2020, ("85084",)),  # merged
        ("85084", 2020, 2026, ("85084", "85165", "85212")),  # re-established
        ("85165", 2015, 2026, ("85165",)),  # merged, then re-established
        ("85030", 2015, 2026, ("85084",)),
        ("49069", 2024, 2026, ("49126",)),  # new code
        ("20004", 1975, 2026, ("2A004",)),  # new département
        ("49144", 2017, 2026, ("44180",)),  # new département and merge
        ("27676", 2020, 2022, ("27058",)),
        ("27676", 2020, 2024, ("27676",)),  # there and back
        ("08227", 1960, 2026, ("08203", "08454")),  # shared
        ("38422", 1980, 2026, ("38422", "38567")),  # carved
        ("29019", 1960, 2026, ("29019",)),  # never moved
    ],
)
def test_what_a_commune_became(code: str, start: int, end: int, became: tuple[str, ...]) -> None:
    assert passage(start, end).became(code) == became


def test_backwards_a_merge_is_a_division() -> None:
    back = passage(2026, 2017)
    assert back.became("44180") == ("44017", "44180", "49144")
    assert back.became("85165") == ("85084",)
    assert back.origins["85084"] == ("85084", "85165", "85212")


def test_only_communes_that_something_happened_to_are_named() -> None:
    found = passage(2024, 2026)
    assert found.heirs == {"49069": ("49126",)}
    assert found.origins == {"49126": ("49069",)}
    assert passage(2022, 2023).origins == {"27676": ("27058",)}


def test_the_commune_that_others_join_is_named_too() -> None:
    found = passage(2017, 2018)
    assert found.heirs["44180"] == ("44180",)
    assert found.origins["44180"] == ("44017", "44180", "49144")


def test_codes_of_another_moment_are_strangers() -> None:
    found = passage(2024, 2026)
    assert found.strangers["49126"] == ("49126",)  # not born yet
    assert found.became("85030") == ("85084",)  # dead for long
    assert found.became("08227") == ("08203", "08454")
    assert "85165" not in found.strangers


@pytest.mark.parametrize(("code", "main"), [("85084", "85084"), ("08227", "08203")])
def test_one_heir_stands_for_a_divided_commune(code: str, main: str) -> None:
    assert passage(1960, 2026).main_heir(code) == main or code == "85084"
    assert passage(2023, 2026).main_heir(code) == main


@given(YEARS)
def test_from_a_year_to_itself_nothing_changes(year: int) -> None:
    same = passage(year, year)
    assert (same.heirs, same.origins) == ({}, {})


@given(YEARS, YEARS)
def test_back_is_there_reversed(start: int, end: int) -> None:
    there, back = passage(start, end), passage(end, start)
    assert (there.heirs, there.origins) == (back.origins, back.heirs)


@given(st.lists(YEARS, min_size=3, max_size=3).map(sorted))
def test_two_steps_are_one_when_nothing_is_divided(years: list[int]) -> None:
    first, middle, last = years
    one, two, both = passage(first, middle), passage(middle, last), passage(first, last)
    if any(len(heirs) > 1 for step in (one, two) for heirs in step.heirs.values()):
        return
    for code in HISTORY.parcels(first):
        assert both.became(code) == two.became(one.became(code)[0])


def test_an_endless_chain_on_one_day_is_no_endless_walk() -> None:
    row = real_movements().iloc[[0]]
    links = [("10001", "10002"), ("10002", "10003"), ("10003", "10002")]
    rows = [row.assign(code_avant=before, code_apres=after) for before, after in links]
    history = read_history(pd.concat(rows, ignore_index=True))
    assert find_passage(history, 1960, 2026).became("10001") == ("10002",)


@pytest.mark.france
def test_from_2018_to_2026_as_published(france_history: History) -> None:
    found = find_passage(france_history, 2018, 2026)
    before, after = france_history.parcels(2018), france_history.parcels(2026)
    gone = sorted(set(before) - set(after))
    assert len(gone) == 493
    assert all(len(found.heirs[code]) == 1 for code in gone)
    divided = {code: heirs for code, heirs in found.heirs.items() if len(heirs) > 1}
    assert divided == {
        "14712": ("14666", "14712"),
        "15141": ("15031", "15035", "15047", "15141", "15171"),
        "85084": ("85084", "85165", "85212"),
    }
    divided_into = {heir for heirs in divided.values() for heir in heirs}
    new_codes = {code: found.origins[code] for code in sorted(set(after) - set(before))}
    assert {code: origins for code, origins in new_codes.items() if code not in divided_into} == {
        "12218": ("12076",),
        "14581": ("14011",),
        "49126": ("49069",),
        "69114": ("69101", "69159"),
    }
    assert set(new_codes) & divided_into == {
        *("14666", "15031", "15035", "15047", "15171", "85165", "85212")
    }


class Published(NamedTuple):
    """A real file: its column of codes, their COG year, and the communes it says nothing of."""

    file: str
    column: str
    year: int
    without: int


@pytest.mark.france
@pytest.mark.parametrize(
    "published",
    [
        Published("fibre/maconnexioninternet-communes.csv", "code_insee", 2023, 6),
        Published("fragilite/ifn-city-all-variation.csv", "code", 2021, 2),
        Published("zonages/liste-communes-FRR-juillet2025.csv", "Code_insee", 2025, 0),
        Published("insee/FILO2019_DISP_COM.csv", "CODGEO", 2020, 3631),
        Published("insee/filosofi_com_2016.csv", "CODGEO", 2018, 84),
    ],
    ids=lambda published: published.file,
)
def test_every_published_code_leads_to_a_commune(
    france_history: History,
    france_communes: pd.DataFrame,
    france_data: Path,
    published: Published,
) -> None:
    with (france_data / published.file).open(encoding="utf-8-sig") as file:
        delimiter = ";" if ";" in file.readline() else ","
    table = pd.read_csv(france_data / published.file, sep=delimiter, dtype=str)
    codes = set(table[published.column].str.zfill(5))
    of_type = france_communes.groupby("type_commune")["code_insee"].agg(set)
    found = find_passage(france_history, published.year, 2026)
    assert not codes & set(found.strangers)
    reached = {heir for code in codes for heir in found.became(code)}
    lost = {code for code in codes if not set(found.became(code)) & of_type["COM"]}
    assert lost <= of_type["ARM"] | {"97701", "97801"}
    assert len(of_type["COM"] - reached) == published.without
