"""Layouts of the observatory: one sheet or two, one file or several, brought to one."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.reading.observatory import read_observatory
from geodata.reading.records import BrokenRecord, Record
from tests.geodata.raw_files import raw_file
from tests.geodata.zip_files import zip_of

PREMISES = "Code commune,Logements,Établissements\n29001,700,20\n"
COUNTS = "Code commune,Champ,T1 2018,T4 2017\n29001,Locaux Raccordables,5,4\n"
TOGETHER = "Code commune,Logements,Meilleure estimation T4 2025,T1 2026\n29001,700,779,595\n"


def records(folder: Path, data: bytes | str) -> list[Record | BrokenRecord]:
    return list(read_observatory(raw_file(folder, data)).records)


def test_two_sheets_are_put_side_by_side(tmp_path: Path) -> None:
    archive = zip_of({"b.csv": COUNTS, "a.csv": PREMISES, "lisez-moi.txt": "?"})
    found = read_observatory(raw_file(tmp_path, archive))
    assert (found.quarters, found.locaux_quarter) == (("2017-T4", "2018-T1"), "2018-T1")
    (record,) = found.records
    assert isinstance(record, Record)
    assert (record.line, record.raw) == (2, "29001,Locaux Raccordables,5,4")
    assert (record["logements"], record["etablissements"]) == ("700", "20")
    assert (record["2017-T4"], record["2018-T1"]) == ("4", "5")
    assert record["meilleure_estimation"] == ""


def test_the_best_estimate_goes_before_homes(tmp_path: Path) -> None:
    found = read_observatory(raw_file(tmp_path, TOGETHER))
    assert (found.quarters, found.locaux_quarter) == (("2026-T1",), "2025-T4")
    (record,) = found.records
    assert isinstance(record, Record)
    assert (record["meilleure_estimation"], record["logements"]) == ("779", "700")


@pytest.mark.parametrize("column", ["elig_ftth", "nb_locaux_fibre"])
def test_a_file_of_one_quarter_says_where_it_goes(tmp_path: Path, column: str) -> None:
    with pytest.raises(SourceError, match=r"Ma connexion internet.*\[sources\.fibre\]"):
        records(tmp_path, f"code_insee,nbr,{column}\n29001,779,595\n")


def test_lines_of_class_belong_to_their_commune(tmp_path: Path) -> None:
    (record,) = records(tmp_path, COUNTS + "29001,Catégorie,5,5\n")
    assert isinstance(record, Record)
    (_, broken) = records(tmp_path, COUNTS + "29002,Catégorie,5,5\n")
    assert isinstance(broken, BrokenRecord)
    assert (broken.line, broken.code) == (3, "LIGNE_ISOLEE")


def test_the_same_premises_twice_are_one_and_others_are_said(tmp_path: Path) -> None:
    def with_premises(line: str) -> list[Record | BrokenRecord]:
        return records(tmp_path, zip_of({"a.csv": PREMISES + line, "b.csv": COUNTS}))

    assert len(with_premises("29001,700,20\n")) == 1
    broken = with_premises("29001,701,20\n")[0]
    assert isinstance(broken, BrokenRecord)
    assert (broken.code, broken.line) == ("CLE_REPETEE", 3)


@pytest.mark.parametrize("text", [PREMISES, "Code commune,Champ\n29001,Locaux Raccordables\n"])
def test_a_workbook_without_quarters_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError, match="aucune colonne de trimestre"):
        read_observatory(raw_file(tmp_path, text))
