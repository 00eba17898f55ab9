"""Tests of XLSX, read back by two readers that nobody here wrote."""

from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from geodata.export_formats.exported_table import ExportedTable
from geodata.export_formats.xlsx_file import write_xlsx


@pytest.fixture
def workbook(communes: ExportedTable, tmp_path: Path) -> Path:
    path = tmp_path / "communes.xlsx"
    write_xlsx(communes, path)
    return path


def test_sheets_are_the_rows_their_dictionary_and_their_sources(workbook: Path):
    book = CalamineWorkbook.from_path(str(workbook))
    assert book.sheet_names == ["communes", "Dictionnaire", "Sources"]
    rows = book.get_sheet_by_name("communes").to_python()
    assert [row[1] for row in rows] == ["nom", "Dinan", "Argol", "Brest", "Ouessant"]
    dictionary = book.get_sheet_by_name("Dictionnaire").to_python()
    assert dictionary[0] == ["colonne", "libellé", "unité", "description", "valeur absente"]
    assert [entry[0] for entry in dictionary[1:]] == rows[0]


def test_codes_are_text_numbers_are_numbers_and_missing_is_empty(workbook: Path):
    sheet = openpyxl.load_workbook(workbook)["communes"]
    header, _, argol, _, ouessant = (
        [cell.value for cell in row] for row in sheet.iter_rows(max_row=5)
    )
    read = dict(zip(header, argol, strict=True))
    assert (read["code_insee"], read["locaux_raccordables"]) == ("29001", 0)
    assert read["is_in_scope"] is True
    assert dict(zip(header, ouessant, strict=True))["locaux"] is None


def test_no_cell_is_a_formula(workbook: Path):
    book = openpyxl.load_workbook(workbook)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    assert '\'=HYPERLINK("https://example.org")' in {cell.value for cell in cells}


def test_rates_are_shown_as_percentages_and_kept_as_shares(workbook: Path):
    sheet = openpyxl.load_workbook(workbook)["communes"]
    header = [cell.value for cell in sheet[1]]
    brest = sheet[4][header.index("taux_couverture_ftth")]
    assert (brest.value, brest.number_format) == (0.99, "0.0%")


def test_the_snapshot_is_named_and_the_bytes_follow_the_contents(
    communes: ExportedTable, workbook: Path, tmp_path: Path
):
    rows = CalamineWorkbook.from_path(str(workbook)).get_sheet_by_name("Sources").to_python()
    assert ["Instantané", communes.snapshot_id] in [row[:2] for row in rows]
    write_xlsx(communes, tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == workbook.read_bytes()
