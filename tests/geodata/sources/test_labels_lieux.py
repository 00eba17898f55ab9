"""Labels of places: named by id or by name and commune, anything else refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.source import ParsedTable
from geodata.sources.labels_lieux import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.rules.repository import ROOT


def read(folder: Path, *lines: str) -> ParsedTable:
    text = "id;nom;code_insee;label;date\n" + "".join(f"{line}\n" for line in lines)
    return parse(raw_file(folder, text, source="labels_lieux", date="2023-12-31"))


def test_the_documented_example() -> None:
    path = ROOT / "docs/schemas/labels_lieux-exemple.csv"
    parsed = parse(published_file(path, "labels_lieux"))
    assert (len(parsed.table), parsed.refused, parsed.merged) == (3, (), ())


def test_a_place_is_named_by_its_id_else_by_its_name_and_commune(tmp_path: Path) -> None:
    parsed = read(tmp_path, "fs-1;Mairie;29019;Pass numérique;", ";Mairie;1001;Pass numérique;")
    assert sorted(parsed.table["lieu"]) == ["Mairie, 01001", "fs-1"]


def test_an_arrondissement_is_in_its_commune(tmp_path: Path) -> None:
    parsed = read(tmp_path, ";Médiathèque;75112;Pass numérique;")
    assert list(parsed.table["code_insee"]) == ["75056"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (";Mairie;;Pass numérique;", "LIEU_NON_DESIGNE"),
        (";;29019;Pass numérique;", "LIEU_NON_DESIGNE"),
        ("fs-2;;;;", "LABEL_ABSENT"),
        ("fs-2;;;Pass numérique;2024-02-01", "DATE_FUTURE"),
    ],
)
def test_what_names_no_place_or_no_label_is_refused(tmp_path: Path, line: str, code: str) -> None:
    parsed = read(tmp_path, "fs-1;;;Pass numérique;01/02/2023", line)
    assert [row.code for row in parsed.refused] == [code]
    assert list(parsed.table["date"]) == ["2023-02-01"]
