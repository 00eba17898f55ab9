"""Against the snapshot served now: what a cut file takes away is found, and blocks."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from carto.assessment import Assessment
from geodata.checks.against_previous import (
    Previous,
    changed_rows,
    fallen_fibre,
    lost_departements,
    lost_places,
    read_previous,
)
from geodata.source import ParsedTable, RefusedRow
from geodata.storage.data_dir import DataDir
from tests.demo import Built
from tests.geodata.checks.checked_demo import assess_tables

NAMES = {"29": "Finistère"}


def previous(
    rows: dict[str, int] | None = None, places: int | None = 33, fibre: float | None = 0.9
) -> Previous:
    """Say what was served before."""
    return Previous(rows or {}, places, {"29": fibre}, NAMES)


@pytest.fixture(scope="module")
def assessment(parsed: dict[str, ParsedTable]) -> Assessment:
    """Assess the demonstration."""
    return assess_tables(parsed)


@pytest.mark.parametrize(
    ("former", "found", "blocks"),
    [
        (277, 0, False),
        (340, 0, False),
        (347, 1, True),
        (231, 0, False),
        (230, 1, False),
        (0, 0, False),
    ],
)
def test_rows_that_change_by_a_fifth(
    parsed: dict[str, ParsedTable], former: int, found: int, blocks: bool
) -> None:
    check = changed_rows(parsed, previous({"fibre": former}))
    assert (len(check.items), check.blocks) == (found, blocks)


def test_a_change_is_told_in_figures(parsed: dict[str, ParsedTable]) -> None:
    (item,) = changed_rows(parsed, previous({"fibre": 554})).items
    assert item.message == "277\u00a0lignes lues, 554 auparavant (-50\u00a0%)."


def test_nothing_to_compare_with(parsed: dict[str, ParsedTable], assessment: Assessment) -> None:
    assert not changed_rows(parsed, None).items
    for check in (lost_departements, lost_places, fallen_fibre):
        assert not check(assessment, None).items


def test_a_departement_that_vanished_blocks(assessment: Assessment) -> None:
    before = Previous({}, None, {}, NAMES | {"22": "Côtes-d'Armor"})
    check = lost_departements(assessment, before)
    assert [item.subject for item in check.items] == ["22"]
    assert check.blocks


@pytest.mark.parametrize(("before", "found"), [(33, 0), (41, 0), (42, 1), (None, 0)])
def test_places_gone_in_number(assessment: Assessment, before: int | None, found: int) -> None:
    check = lost_places(assessment, previous(places=before))
    assert (len(check.items), check.blocks) == (found, bool(found))


@pytest.mark.parametrize(("before", "found"), [(0.90, 0), (0.95, 0), (0.96, 1), (None, 0)])
def test_a_network_does_not_shrink(
    assessment: Assessment, before: float | None, found: int
) -> None:
    check = fallen_fibre(assessment, previous(fibre=before))
    assert (len(check.items), check.blocks) == (found, bool(found))


def test_an_unknown_rate_is_no_fall(parsed: dict[str, ParsedTable]) -> None:
    unknown = parsed["fibre"].table.assign(locaux=pd.array([None] * 277, dtype="Int64"))
    assert not fallen_fibre(assess_tables(parsed, fibre=unknown), previous(fibre=0.9)).items


def test_the_snapshot_served_now_is_read(built_demo: Built) -> None:
    data_dir = DataDir(built_demo.snapshot.folder.parents[1])
    former = read_previous(data_dir, built_demo.snapshot.facts["scope"])
    assert former is not None
    assert former.places == 33
    assert former.rows["population"] == 277
    assert former.fibre["29"] == pytest.approx(0.902, abs=1e-3)
    assert read_previous(data_dir, {"kind": "departements", "codes": ["22"]}) is None


def test_rows_that_another_source_replaces_are_not_lost(parsed: dict[str, ParsedTable]) -> None:
    fibre = parsed["fibre"]
    row = RefusedRow("fibre", "fibre.csv", 2, "x", "DEJA_DONNEE", "donnée par une autre source")
    replaced = replace(fibre, table=fibre.table[:0], origins=(), refused=(row,) * fibre.rows_in)
    previous = Previous({"fibre": fibre.rows_in}, None, {}, {})
    assert not changed_rows({"fibre": replaced}, previous).items
