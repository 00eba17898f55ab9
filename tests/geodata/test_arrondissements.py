"""Paris, Lyon and Marseille are one row each, whatever the publisher gives."""

from __future__ import annotations

from pathlib import Path

from carto.tables.inputs import POPULATION
from geodata.arrondissements import add_up, commune_of_arrondissement
from geodata.ledger import Ledger
from geodata.reading.records import Record
from geodata.source import ParsedTable
from tests.geodata.raw_files import raw_file

PARIS = {f"751{number:02}": number for number in range(1, 21)}


def folded(folder: Path, rows: dict[str, int]) -> ParsedTable:
    ledger = Ledger(raw_file(folder, "x"), POPULATION)
    records = [Record(i, code, {"code": code}) for i, code in enumerate(rows, start=2)]
    ledger.read_all(
        records,
        lambda record, _: {"code_insee": record["code"], "population": rows[record["code"]]},
    )
    add_up(ledger, ("population",))
    return ledger.close()


def test_there_are_45_arrondissements() -> None:
    codes = [f"{code:05}" for code in range(1000, 98000)]
    assert sum(commune_of_arrondissement(code) is not None for code in codes) == 45
    assert commune_of_arrondissement("69381") == "69123"
    assert commune_of_arrondissement("13216") == "13055"


def test_counts_are_added(tmp_path: Path) -> None:
    parsed = folded(tmp_path, PARIS | {"29001": 1})
    assert parsed.table["code_insee"].to_list() == ["29001", "75056"]
    assert parsed.table["population"].to_list() == [1, 210]
    assert len(parsed.merged) == 19
    assert {(row.into, row.code) for row in parsed.merged} == {("75056", "ARRONDISSEMENT")}


def test_some_arrondissements_are_never_the_whole(tmp_path: Path) -> None:
    partial = {code: people for code, people in PARIS.items() if code not in ("75107", "75120")}
    parsed = folded(tmp_path, partial | {"29001": 1})
    assert parsed.table["code_insee"].to_list() == ["29001"]
    assert len(parsed.refused) == 18
    assert {row.code for row in parsed.refused} == {"ARRONDISSEMENTS_INCOMPLETS"}
    assert all("75107, 75120" in row.reason for row in parsed.refused)


def test_the_row_of_the_commune_is_not_doubled(tmp_path: Path) -> None:
    parsed = folded(tmp_path, {"75101": 10, "75056": 15, "75102": 5})
    assert parsed.table["population"].to_list() == [15]
    assert [row.line for row in parsed.merged] == [2, 4]


def test_a_row_that_counts_less_than_its_arrondissements_is_not_the_whole(tmp_path: Path) -> None:
    parsed = folded(tmp_path, PARIS | {"75056": 20})
    assert parsed.table["population"].to_list() == [210]
    assert [(row.code, "75056" in row.reason) for row in parsed.refused] == [
        ("COMMUNE_PARTIELLE", True)
    ]
    parsed = folded(tmp_path, {"75101": 10, "75056": 9, "29001": 1})
    assert parsed.table["code_insee"].to_list() == ["29001"]
    assert [row.code for row in parsed.refused] == [
        "ARRONDISSEMENTS_INCOMPLETS",
        "COMMUNE_PARTIELLE",
    ]
