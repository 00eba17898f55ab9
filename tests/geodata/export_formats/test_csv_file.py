"""Tests of CSV, read back by the standard library."""

import csv
from pathlib import Path

from geodata.export_formats.csv_file import write_csv, write_french_csv
from geodata.export_formats.exported_table import ExportedTable


def test_programs_get_rfc_4180(communes: ExportedTable, tmp_path: Path):
    path = tmp_path / "communes.csv"
    write_csv(communes, path)
    data = path.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 5
    with path.open(encoding="utf-8", newline="") as file:
        rows = {row["nom"]: row for row in csv.DictReader(file)}
    assert list(rows["Brest"]) == [field["name"] for field in communes.fields]
    assert rows["Brest"]["taux_couverture_ftth"] == "0.99"
    assert rows["Argol"]["taux_couverture_ftth"] == "0.0"
    assert rows["Argol"]["is_in_scope"] == "true"


def test_a_french_spreadsheet_gets_its_own_signs(communes: ExportedTable, tmp_path: Path):
    path = tmp_path / "communes.csv"
    write_french_csv(communes, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfCode de la commune;Commune;")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["Commune"]: row for row in csv.DictReader(file, delimiter=";")}
    assert rows["Brest"]["Taux de couverture FttH (part)"] == "0,99"
    assert rows["Dinan"]["Dans le périmètre"] == "FAUX"
    assert rows["Ouessant"]["Verdict"] == "indéterminé"


def test_missing_is_an_empty_cell_never_zero(communes: ExportedTable, tmp_path: Path):
    write_csv(communes, tmp_path / "communes.csv")
    with (tmp_path / "communes.csv").open(encoding="utf-8", newline="") as file:
        ouessant = list(csv.DictReader(file))[3]
    assert (
        ouessant["locaux"] == ouessant["taux_couverture_ftth"] == ouessant["is_underserved"] == ""
    )


def test_formulas_are_escaped_and_numbers_are_not(
    communes: ExportedTable, sites: ExportedTable, tmp_path: Path
):
    write_csv(communes, tmp_path / "communes.csv")
    write_csv(sites, tmp_path / "sites.csv")
    assert "'=HYPERLINK(" in (tmp_path / "communes.csv").read_text(encoding="utf-8")
    with (tmp_path / "sites.csv").open(encoding="utf-8", newline="") as file:
        places = list(csv.DictReader(file))
    assert [place["nom"] for place in places] == [
        "France Services de Brest",
        "'-Espace numérique",
        "'@Dinan",
    ]
    assert places[0]["longitude"] == "-4.5"
