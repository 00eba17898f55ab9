"""Tables carried through real movements: nothing counted twice, nothing lost, doubts said."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto import flags
from carto.cog.carry import COG_DIFFERENT, REUNIE, Carried, Doubt, carry, speaks_of_communes
from carto.cog.history import read_history
from carto.cog.passage import Passage, find_passage
from carto.cog.rows import People
from carto.contracts import TableContract, check
from carto.tables.inputs import EPCI_MEMBERS, FIBRE, MAIRIES, POPULATION
from carto.tables.parsed import INPUT_TABLES
from tests.carto.cog.real_movements import real_movements

HISTORY = read_history(real_movements())
PRESENT = {"85084": 6800.0, "85165": 1200.0, "85212": 1300.0}
YEARS = st.integers(min_value=1960, max_value=2030)


@cache
def passage(start: int, end: int) -> Passage:
    return find_passage(HISTORY, start, end)


def fibre(*rows: tuple[str, int | None, int | None], quarter: str = "2018-T1") -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["code_insee", "locaux", "locaux_raccordables"])
    table = table.astype({"locaux": "Int64", "locaux_raccordables": "Int64"})
    return table.assign(quarter=quarter).reindex(columns=list(FIBRE.names))


def carried(
    table: pd.DataFrame,
    contract: TableContract,
    years: tuple[int, int],
    people: People = People(after=PRESENT),  # noqa: B008 - immutable
) -> Carried:
    found = carry("source", table, contract, passage(*years), people)
    assert check(found.table, contract) == []
    return found


def by_code(found: Carried) -> dict[str, dict[str, object]]:
    return found.table.set_index("code_insee").to_dict("index")


def test_counts_of_communes_that_merge_are_summed_and_traced() -> None:
    table = fibre(("44180", 10, 9), ("44017", 5, 5), ("49144", 7, 0), ("29019", 1, 1))
    found = carried(table, FIBRE, (2017, 2026))
    made = by_code(found)["44180"]
    assert (made["quarter"], made["locaux"], made["locaux_raccordables"]) == ("2018-T1", 22, 14)
    assert pd.isna(made["locaux_en_construction"])
    assert set(found.table["code_insee"]) == {"29019", "44180"}
    assert [(row.key, row.code, row.into) for row in found.left_out] == [
        ("44017, 2018-T1", REUNIE, "44180, 2018-T1"),
        ("49144, 2018-T1", REUNIE, "44180, 2018-T1"),
    ]
    assert found.doubts == ()


@pytest.mark.parametrize("other", [(("44017", None, None),), ()])
def test_a_sum_that_lacks_a_part_is_missing(other: tuple[tuple[str, None, None], ...]) -> None:
    found = carried(fibre(("44180", 10, 9), ("49144", 7, 0), *other), FIBRE, (2017, 2026))
    row = by_code(found)["44180"]
    assert pd.isna(row["locaux"])
    assert found.doubts == (
        Doubt(
            "source",
            "fibre",
            ("44180", "2018-T1"),
            flags.FUSION_INCOMPLETE,
            ("locaux", "locaux_raccordables"),
        ),
    )


def test_quarters_are_carried_each_for_itself() -> None:
    one = fibre(("44180", 10, 9), ("44017", 5, 5), ("49144", 7, 0))
    table = pd.concat([one, fibre(("44180", 10, 9), quarter="2018-T2")], ignore_index=True)
    found = carried(table, FIBRE, (2017, 2026)).table
    assert found["quarter"].tolist() == ["2018-T1", "2018-T2"]
    assert found["locaux"].isna().tolist() == [False, True]


def test_a_new_code_keeps_its_row() -> None:
    found = carried(fibre(("49069", 10, 9)), FIBRE, (2024, 2026))
    assert by_code(found)["49126"]["locaux"] == 10
    assert (found.left_out, found.doubts) == ((), ())


def test_counts_of_a_divided_commune_are_shared_by_people_and_flagged() -> None:
    found = carried(fibre(("85084", 9300, 4650)), FIBRE, (2020, 2026))
    assert found.table["code_insee"].tolist() == ["85084", "85165", "85212"]
    assert found.table["locaux"].tolist() == [6800, 1200, 1300]
    assert found.table["locaux_raccordables"].tolist() == [3400, 600, 650]
    assert {(doubt.key[0], doubt.flag) for doubt in found.doubts} == {
        (code, flags.ESTIME_PARTAGE) for code in PRESENT
    }
    assert found.left_out == ()


def test_without_populations_the_counts_of_a_divided_commune_are_missing() -> None:
    found = carried(fibre(("85084", 9300, 4650)), FIBRE, (2020, 2026), People())
    assert found.table["locaux"].isna().all()
    assert {doubt.flag for doubt in found.doubts} == {flags.PARTAGE_SANS_POPULATION}


def test_populations_of_a_divided_commune_leave_their_trace() -> None:
    table = pd.DataFrame({"code_insee": ["85084"], "population": [9300]})
    found = carried(table, POPULATION, (2020, 2026), People())
    assert found.table.empty
    (row,) = found.left_out
    assert (row.key, row.code, row.into) == ("85084", flags.PARTAGE_SANS_POPULATION, None)


def test_merged_then_re_established_communes_keep_their_own_counts() -> None:
    table = pd.DataFrame({"code_insee": ["85084", "85165", "85212", "85030"]})
    found = carried(table.assign(population=[5000, 1200, 1300, 900]), POPULATION, (2015, 2026))
    assert found.table["population"].tolist() == [5900, 1200, 1300]
    assert found.doubts == ()


def test_the_mairie_stays_with_the_commune_that_keeps_the_code() -> None:
    table = pd.DataFrame({"code_insee": ["85084"], "longitude": [-1.2], "latitude": [46.8]})
    assert by_code(carried(table, MAIRIES, (2020, 2026))) == {
        "85084": {"longitude": -1.2, "latitude": 46.8}
    }
    two = pd.DataFrame({"code_insee": ["85084", "85165"], "longitude": [-1.2, -1.1]})
    merged = carried(two.assign(latitude=[46.8, 46.7]), MAIRIES, (2015, 2020))
    assert by_code(merged) == {"85084": {"longitude": -1.2, "latitude": 46.8}}


def test_a_divided_commune_hands_its_epci_down() -> None:
    table = pd.DataFrame({"code_insee": ["85084"], "siren_epci": ["200000001"]})
    table = table.assign(nom_epci="CC", nature_juridique="CC")
    found = carried(table, EPCI_MEMBERS, (2020, 2026))
    assert found.table["siren_epci"].tolist() == ["200000001"] * 3
    assert {doubt.flag for doubt in found.doubts} == {flags.ESTIME_PARTAGE}


def test_a_row_of_another_year_is_not_counted_beside_the_others() -> None:
    table = fibre(("44180", 22, 14), ("49144", 7, 0))
    found = carried(table, FIBRE, (2018, 2026))
    assert by_code(found)["44180"]["locaux"] == 22
    (row,) = found.left_out
    assert (row.key, row.code, row.into) == ("49144, 2018-T1", COG_DIFFERENT, None)
    assert "au 1er janvier 2018" in row.reason
    assert "dans 44180" in row.reason


def test_a_row_already_of_the_later_year_is_kept_when_it_is_alone() -> None:
    assert by_code(carried(fibre(("49126", 3, 2)), FIBRE, (2024, 2026)))["49126"]["locaux"] == 3
    both = carried(fibre(("49126", 3, 2), ("49069", 3, 2)), FIBRE, (2024, 2026))
    assert both.table["code_insee"].tolist() == ["49126"]
    assert [row.code for row in both.left_out] == [COG_DIFFERENT]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (({"44017": 100.0, "44180": 300.0, "49144": 100.0},), 20_800.0),
        (({"44180": 300.0}, {"44017": 1.0, "44180": 1.0, "49144": 2.0}), 22_000.0),
        ((), 64_000 / 3),
    ],
)
def test_scores_are_weighed_by_the_first_measure_that_knows_all(
    before: tuple[dict[str, float], ...], expected: float
) -> None:
    filosofi = next(contract for contract in INPUT_TABLES if contract.name == "filosofi")
    table = pd.DataFrame(
        {
            "code_insee": ["44017", "44180", "49144"],
            "niveau_vie_median": [20_000.0, 20_000.0, 24_000.0],
        }
    ).reindex(columns=list(filosofi.names))
    found = carried(table, filosofi, (2017, 2026), People(before))
    assert by_code(found)["44180"]["niveau_vie_median"] == pytest.approx(expected)
    assert flags.ESTIME_FUSION in {doubt.flag for doubt in found.doubts}


@pytest.mark.parametrize("contract", INPUT_TABLES, ids=lambda contract: contract.name)
def test_every_number_of_a_commune_has_its_rule(contract: TableContract) -> None:
    if not speaks_of_communes(contract):
        return
    for column in contract.columns:
        if column.name not in contract.key and column.type in ("integer", "number"):
            assert column.when_merged is not None, column.name


@st.composite
def populations(draw: st.DrawFn, start: int) -> pd.DataFrame:
    codes = sorted(HISTORY.parcels(start))
    counts = draw(st.lists(st.integers(0, 10**5), min_size=len(codes), max_size=len(codes)))
    return pd.DataFrame({"code_insee": codes, "population": counts})


@given(st.data(), YEARS, YEARS)
def test_people_are_conserved(data: st.DataObject, start: int, end: int) -> None:
    table = data.draw(populations(start))
    there = passage(start, end)
    present = dict.fromkeys(HISTORY.parcels(end), 1.0)
    found = carry("population", table, POPULATION, there, People(after=present))
    assert found.table["population"].sum() == table["population"].sum()
    assert found.table["code_insee"].is_unique


@given(st.data(), YEARS)
def test_a_passage_from_a_year_to_itself_is_identity(data: st.DataObject, year: int) -> None:
    table = data.draw(populations(year))
    same = carry("population", table, POPULATION, passage(year, year), People())
    pd.testing.assert_frame_equal(same.table, table)
    assert (same.left_out, same.doubts) == ((), ())


@given(st.data(), st.lists(YEARS, min_size=3, max_size=3).map(sorted))
def test_two_steps_are_one_when_nothing_is_divided(data: st.DataObject, years: list[int]) -> None:
    first, middle, last = years
    steps = passage(first, middle), passage(middle, last)
    if any(len(heirs) > 1 for step in steps for heirs in step.heirs.values()):
        return
    table = data.draw(populations(first))
    halfway = carry("population", table, POPULATION, steps[0], People()).table
    twice = carry("population", halfway, POPULATION, steps[1], People()).table
    once = carry("population", table, POPULATION, passage(first, last), People()).table
    pd.testing.assert_frame_equal(twice, once)
