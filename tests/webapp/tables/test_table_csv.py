"""Tests of `webapp.tables.table_csv`."""

from __future__ import annotations

import csv
import io

from carto.drawing.indicators.classification import indicators_for
from tests.webapp.sample import FACTS, TABLES
from webapp.tables.commune_columns import commune_columns
from webapp.tables.table_csv import table_csv

COLUMNS = commune_columns(indicators_for(FACTS))
COMMUNES = {row["code_insee"]: row for row in TABLES["communes"]}


def read(text: str, delimiter: str) -> list[dict[str, str]]:
    """Read a CSV file back."""
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def test_a_spreadsheet_gets_french_numbers_and_words() -> None:
    text = table_csv([COMMUNES["29019"]], COLUMNS, "commune", french=True)
    assert text.startswith("\ufeff")
    (brest,) = read(text.removeprefix("\ufeff"), ";")
    rate = str(COMMUNES["29019"]["taux_couverture_ftth"]).replace(".", ",")
    assert brest["Taux de couverture FttH (part)"] == rate
    assert brest["Code de la commune"] == "29019"
    assert brest["Verdict"] in {"vigilance", "non sous-desservie", "sous-desservie"}
    assert brest["Population (habitants)"].isdigit()


def test_a_commune_without_inhabitants_is_of_no_type_in_french_too() -> None:
    empty = {**COMMUNES["29019"], "verdict": "sans_objet", "typology": "sans_objet"}
    (row,) = read(table_csv([empty], COLUMNS, "commune", french=True).removeprefix("\ufeff"), ";")
    assert (row["Verdict"], row["Type de commune"]) == ("sans objet", "sans objet")


def test_programs_get_the_published_names_and_codes() -> None:
    rows = [COMMUNES["29083"], COMMUNES["29019"]]
    found = read(table_csv(rows, COLUMNS, "commune", french=False), ",")
    assert [row["code_insee"] for row in found] == ["29083", "29019"]
    assert found[1]["verdict"] == COMMUNES["29019"]["verdict"]
    assert float(found[1]["taux_couverture_ftth"]) == COMMUNES["29019"]["taux_couverture_ftth"]
    assert found[0]["need"] == ""


def test_no_name_is_run_as_a_formula() -> None:
    row = {**COMMUNES["29019"], "nom": "=HYPERLINK(A1)"}
    (found,) = read(table_csv([row], COLUMNS, "commune", french=False), ",")
    assert found["nom"] == "'=HYPERLINK(A1)"
