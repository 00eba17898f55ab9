"""Yearly totals: the documented example, what cannot be, and what a report leaves out."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.source import ParsedTable
from geodata.sources.bilan_activite import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.rules.repository import ROOT

HEADER = "Territoire;Année;Type;Nombre;Personnes;hors_centre;sur;Rapport;Page\n"


def read(folder: Path, *lines: str) -> ParsedTable:
    text = HEADER + "".join(f"{line}\n" for line in lines)
    return parse(raw_file(folder, text, source="bilan_activite_sud", date="2023-12-31"))


def test_the_documented_example() -> None:
    parsed = parse(
        published_file(ROOT / "docs/schemas/bilan_activite-exemple.csv", "bilan_activite")
    )
    assert (len(parsed.table), parsed.refused, parsed.merged) == (7, (), ())
    stage = parsed.table.set_index("type").loc["stage"]
    assert (stage["nombre"], stage["hors_centre"], stage["sur"]) == (12, 11, 12)


def test_a_total_keeps_its_source_report_and_page(tmp_path: Path) -> None:
    parsed = read(tmp_path, "2 429 00801;2023;Stages;12;;11;;Rapport 2023;14")
    row = parsed.table.iloc[0]
    assert (row["territoire"], row["type"], row["source"]) == (
        "242900801",
        "stage",
        "bilan_activite_sud",
    )
    assert (row["rapport"], row["page"]) == ("Rapport 2023", "14")
    assert parsed.table["sur"].isna().all()


def test_a_departement_lost_its_zero(tmp_path: Path) -> None:
    parsed = read(tmp_path, "1;2023;permanence;4;;;;Rapport;", "2a;2023;permanence;5;;;;Rapport;")
    assert list(parsed.table["territoire"]) == ["01", "2A"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("29019;2023;permanence;65;;;;Rapport;", "TERRITOIRE_ILLISIBLE"),
        ("242900801;2024;permanence;65;;;;Rapport;", "ANNEE_FUTURE"),
        ("242900801;23;permanence;65;;;;Rapport;", "ANNEE_ILLISIBLE"),
        ("242900801;2023;réunion;65;;;;Rapport;", "TYPE_INCONNU"),
        ("242900801;2023;permanence;;;;;Rapport;", "TOTAL_ABSENT"),
        ("242900801;2023;stage;12;;13;;Rapport;", "PARTIE_TROP_GRANDE"),
        ("242900801;2023;stage;12;;11;14;Rapport;", "PARTIE_TROP_GRANDE"),
        ("242900801;2023;commune_relais;23;;;22;Rapport;", "PARTIE_TROP_GRANDE"),
        ("242900801;2023;stage;;88;3;;Rapport;", "PARTIE_TROP_GRANDE"),
        ("242900801;2023;stage;12;;;;;", "RAPPORT_ABSENT"),
        ("242900801;2023;stage;douze;;;;Rapport;", "NOMBRE_ILLISIBLE"),
    ],
)
def test_a_total_that_cannot_be_is_refused(tmp_path: Path, line: str, code: str) -> None:
    parsed = read(tmp_path, "242900801;2023;permanence;65;243;;;Rapport;", line)
    assert [row.code for row in parsed.refused] == [code]
    assert len(parsed.table) == 1
