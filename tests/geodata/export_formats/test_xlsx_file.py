"""Tests of XLSX, read back by two readers that nobody here wrote."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pyarrow as pa
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
    assert [row[1] for row in rows] == ["Commune", "Dinan", "Argol", "Brest", "Ouessant"]


def test_the_dictionary_describes_the_sheet_beside_it(communes: ExportedTable, workbook: Path):
    book = CalamineWorkbook.from_path(str(workbook))
    titles = book.get_sheet_by_name("communes").to_python()[0]
    header, *lines = book.get_sheet_by_name("Dictionnaire").to_python()
    assert [line[0] for line in lines] == titles
    told = {line[0]: dict(zip(header, line, strict=True)) for line in lines}
    rate = told["Taux de couverture FttH (%)"]
    assert rate["unité"] == "%"
    assert "de 0 à 1" not in rate["description"]
    assert rate["nom pour les programmes"] == "taux_couverture_ftth"
    assert told["Verdict"]["description"].startswith("Non sous-desservie, vigilance, sous-desserv")
    assert told["Département"]["nom pour les programmes"] == ""
    named = {line[-1] for line in lines} - {""}
    assert named <= {field["name"] for field in communes.fields}


def test_the_dictionary_counts_the_values_of_each_column(workbook: Path):
    book = openpyxl.load_workbook(workbook)
    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    lines = list(book["Dictionnaire"].iter_rows(min_row=2, values_only=True))
    for column, line in enumerate(lines):
        count = sum(row[column] is not None for row in rows)
        assert line[4] == (f"{count} sur 4" if count else "aucune dans ce fichier"), line[0]
    assert {line[4] for line in lines} > {"aucune dans ce fichier", "4 sur 4"}


def test_code_name_verdict_and_sentence_come_first(workbook: Path):
    sheet = openpyxl.load_workbook(workbook).worksheets[0]
    assert [cell.value for cell in sheet[1]][:5] == [
        *("Code de la commune", "Commune", "Verdict", "Sous-desservie", "En une phrase"),
    ]


def test_codes_are_text_numbers_are_numbers_and_missing_is_empty(workbook: Path):
    sheet = openpyxl.load_workbook(workbook)["communes"]
    titles, _, argol, _, ouessant = (
        [cell.value for cell in row] for row in sheet.iter_rows(max_row=5)
    )
    read = dict(zip(titles, argol, strict=True))
    assert (read["Code de la commune"], read["Locaux raccordables"]) == ("29001", 0)
    assert read["Dans le périmètre"] is True
    assert dict(zip(titles, ouessant, strict=True))["Locaux"] is None


def test_headers_wrap_and_names_have_room(workbook: Path):
    sheet = openpyxl.load_workbook(workbook).worksheets[0]
    assert all(cell.alignment.wrap_text for cell in sheet[1])
    widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert widths["Commune"] > widths["Code de la commune"]


def test_no_cell_is_a_formula(workbook: Path):
    book = openpyxl.load_workbook(workbook)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    assert '\'=HYPERLINK("https://example.org")' in {cell.value for cell in cells}


def test_rates_are_shown_as_percentages_and_kept_as_shares(workbook: Path):
    sheet = openpyxl.load_workbook(workbook)["communes"]
    titles = [cell.value for cell in sheet[1]]
    brest = sheet[4][titles.index("Taux de couverture FttH (%)")]
    assert (brest.value, brest.number_format) == (0.99, "0.0%")


def test_the_snapshot_is_named_and_the_bytes_follow_the_contents(
    communes: ExportedTable, workbook: Path, tmp_path: Path
):
    rows = CalamineWorkbook.from_path(str(workbook)).get_sheet_by_name("Sources").to_python()
    assert ["Instantané", communes.snapshot_id] in [row[:2] for row in rows]
    write_xlsx(communes, tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == workbook.read_bytes()


def test_what_xml_cannot_hold_is_left_out_and_a_formula_behind_it_is_escaped(
    communes: ExportedTable, tmp_path: Path
):
    hostile = "\0=1+1\x1b\u202e" + "é" * 40_000
    names = pa.array([hostile, "Argol", "Brest", "Ouessant"])
    position = communes.rows.column_names.index("nom")
    rows = communes.rows.set_column(position, communes.rows.schema.field("nom"), names)
    write_xlsx(replace(communes, rows=rows), tmp_path / "hostile.xlsx")
    read = openpyxl.load_workbook(tmp_path / "hostile.xlsx")["communes"]["B2"].value
    assert read.startswith("'=1+1\u202eé")
    assert len(read) == 32_767
