"""Openings to come: after the date of the file, with hours that a week can hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.source import ParsedTable
from geodata.sources.ouvertures_prevues import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.rules.repository import ROOT


def read(folder: Path, *lines: str) -> ParsedTable:
    text = "date;nom;code_insee;heures_semaine;type\n" + "".join(f"{line}\n" for line in lines)
    return parse(raw_file(folder, text, source="ouvertures_prevues", date="2026-06-30"))


def test_the_documented_example() -> None:
    path = ROOT / "docs/schemas/ouvertures_prevues-exemple.csv"
    parsed = parse(published_file(path, "ouvertures_prevues"))
    assert (len(parsed.table), parsed.refused, parsed.merged) == (2, (), ())


def test_an_opening_as_people_write_it(tmp_path: Path) -> None:
    parsed = read(tmp_path, "11/01/2027;Permanence;1001;3,5;", "2027-02-01;Bus;29019;7;Itinérant")
    rows = parsed.table.sort_values("date").to_dict("records")
    assert [(row["code_insee"], row["heures_semaine"], row["type"]) for row in rows] == [
        ("01001", 3.5, "lieu"),
        ("29019", 7.0, "itinerant"),
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2026-06-30;A;29019;3,5;lieu", "DATE_PASSEE"),
        (";A;29019;3,5;lieu", "DATE_ABSENTE"),
        ("2037-01-01;A;29019;3,5;lieu", "DATE_IMPROBABLE"),
        ("bientôt;A;29019;3,5;lieu", "DATE_ILLISIBLE"),
        ("2027-01-01;;29019;3,5;lieu", "NOM_ABSENT"),
        ("2027-01-01;A;29019;;lieu", "HEURES_ILLISIBLES"),
        ("2027-01-01;A;29019;61;lieu", "HEURES_ILLISIBLES"),
        ("2027-01-01;A;29019;3,5;tiers-lieu", "TYPE_INCONNU"),
    ],
)
def test_what_is_no_plan_is_refused(tmp_path: Path, line: str, code: str) -> None:
    parsed = read(tmp_path, "2027-01-11;Permanence;29019;3,5;permanence", line)
    assert [row.code for row in parsed.refused] == [code]
    assert len(parsed.table) == 1
