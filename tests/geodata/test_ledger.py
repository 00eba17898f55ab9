"""Every row read is kept, merged or refused; nothing disappears."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carto.tables.inputs import POPULATION
from geodata.errors import SourceError
from geodata.ledger import Ledger, MergedInto, Row
from geodata.reading.records import BrokenRecord, Record
from geodata.source import ParsedTable
from geodata.values.numbers import read_count
from geodata.values.verdicts import Remark, UnusableValueError
from tests.geodata.raw_files import raw_file


def record(line: int, code: str, population: str) -> Record:
    return Record(line, f"{code};{population}", {"code": code, "population": population})


def read(item: Record, remark: Remark) -> Row | MergedInto:
    if item["code"].startswith("75"):
        return MergedInto("75056", "ARRONDISSEMENT", "déjà compté")
    population = read_count(item["population"])
    if population is None:
        raise UnusableValueError("POPULATION_ABSENTE", "vide ; voir l'éditeur")
    if population == 0:
        remark("VIDE", "aucun habitant : vérifier")
    return {"code_insee": item["code"], "population": population}


def parsed(folder: Path, records: Iterable[Record | BrokenRecord]) -> ParsedTable:
    ledger = Ledger(raw_file(folder, "x", name="p.csv"), POPULATION)
    ledger.read_all(records, read)
    return ledger.close()


def test_accounts_for_every_row(tmp_path: Path) -> None:
    result = parsed(
        tmp_path,
        [
            record(2, "29002", "0"),
            record(3, "29001", "10"),
            record(4, "29001", "10"),
            record(5, "29001", "11"),
            record(6, "29003", ""),
            record(7, "75101", "5"),
            BrokenRecord(8, "x" * 5000, "GUILLEMETS", "guillemet"),
        ],
    )
    assert result.rows_in == 7
    assert result.table.to_dict("list") == {
        "code_insee": ["29001", "29002"],
        "population": [10, 0],
    }
    duplicate, arrondissement = result.merged
    assert (duplicate.line, duplicate.code, duplicate.into) == (4, "DOUBLON", "29001")
    assert "ligne 3" in duplicate.reason
    assert (arrondissement.line, arrondissement.into) == (7, "75056")
    conflict, missing, broken = result.refused
    assert (conflict.line, conflict.code, conflict.raw) == (5, "CLE_REPETEE", "29001;11")
    assert "ligne 3" in conflict.reason
    assert "celle-ci est gardée, première dans l'ordre alphabétique" in conflict.reason
    assert (missing.code, missing.reason) == (
        "POPULATION_ABSENTE",
        "vide\u00a0; voir l'éditeur",
    )
    assert len(broken.raw) == 1001
    (notice,) = result.notices
    assert (notice.line, notice.subject, notice.code) == (2, "29002", "VIDE")


def test_a_file_without_a_usable_row_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"p\.csv.*aucune ligne utilisable sur 1.*ligne 6"):
        parsed(tmp_path, [record(6, "29003", "")])


def test_a_quoted_cell_stays_on_one_short_line(tmp_path: Path) -> None:
    result = parsed(tmp_path, [record(2, "29001", "1"), record(3, "29002", "1\n" * 500)])
    assert "\n" not in result.refused[0].reason
    assert len(result.refused[0].reason) <= 300


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["29001", "29002", "75101", "75102"]),
            st.sampled_from(["1", "2", "", "x", "-1"]),
        ),
        max_size=12,
    )
)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_in_are_rows_out_merged_and_refused(
    tmp_path: Path, rows: list[tuple[str, str]]
) -> None:
    records = [record(line, *row) for line, row in enumerate(rows, start=2)]
    try:
        result = parsed(tmp_path, [*records, record(99, "29099", "5")])
    except SourceError:
        pytest.fail("one row is usable")
    assert len(rows) + 1 == len(result.table) + len(result.merged) + len(result.refused)
    assert sorted(result.table["code_insee"]) == result.table["code_insee"].to_list()


@given(
    st.lists(
        st.tuples(st.sampled_from(["29001", "29002"]), st.sampled_from(["0", "1", "01", "2", "x"])),
        min_size=1,
        max_size=6,
    ).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows)))
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_of_the_file_is_of_no_weight(
    tmp_path: Path, orders: tuple[list[tuple[str, str]], list[tuple[str, str]]]
) -> None:
    one, other = (
        parsed(tmp_path, [record(99, "29099", "5"), *(record(i, *row) for i, row in lines)])
        for lines in (enumerate(order, start=2) for order in orders)
    )
    pd.testing.assert_frame_equal(one.table, other.table)
    for side in ("refused", "merged"):
        ours, theirs = ([(row.raw, row.code) for row in getattr(p, side)] for p in (one, other))
        assert sorted(ours) == sorted(theirs)
    said = [sorted((n.subject, n.code) for n in p.notices) for p in (one, other)]
    assert said[0] == said[1]
