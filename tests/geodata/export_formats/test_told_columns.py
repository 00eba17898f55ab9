"""Tests of the columns of spreadsheets: words for codes, names beside the codes of places."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from carto.flags import MEANINGS
from carto.layers import DRAWN_LAYERS, LAYERS
from carto.tables.published import SNAPSHOT_TABLES
from carto.vocabulary import FLIPPING_INPUT_WORDS, FLIPPING_THRESHOLD_WORDS
from geodata.export_formats.french_words import WORDS
from geodata.export_formats.told_columns import ToldColumns
from geodata.exports import export
from geodata.storage.manifest import LAYER_FILES, describe_schema
from tests.codes_left import codes_left, rows_of
from tests.demo import Built

# A closed list of codes of territories, and one of grades that its description explains.
_NOT_PUT_IN_WORDS = {"code_region", "accessibility_quality"}


@pytest.mark.parametrize("layer", DRAWN_LAYERS)
def test_a_whole_layer_for_people_has_no_code_that_is_not_said_to_be_one(
    built_demo: Built, layer: str
) -> None:
    name = f"{LAYER_FILES}{layer}.xlsx"
    if name not in built_demo.snapshot.facts["layer_files"]:
        assert not list(built_demo.snapshot.rows(LAYERS[layer].table))
        return
    book = openpyxl.load_workbook(built_demo.snapshot.path(name), read_only=True)
    sheet = book.worksheets[0]
    assert codes_left(rows_of(list(sheet.values))) == set()


def test_a_csv_for_people_has_words_where_one_for_programs_has_codes(
    built_demo: Built, tmp_path: Path
) -> None:
    found = {}
    for format_name, delimiter, encoding in (("csv", ",", "utf-8"), ("csv-fr", ";", "utf-8-sig")):
        path = export(built_demo.snapshot, "communes", format_name, None, tmp_path)
        with path.open(encoding=encoding, newline="") as file:
            found[format_name] = codes_left(csv.DictReader(file, delimiter=delimiter))
    assert found["csv-fr"] == set()
    assert {
        *(("flipping_inputs", "time"), ("flipping_thresholds", "fibre_pct")),
        *(("flags", "DEMANDE_TRONQUEE"), ("projection_status", "NON_ESTIMABLE")),
        ("point_source", "mairie_corrigee"),
    } <= found["csv"]


def test_every_closed_list_of_a_layer_has_words() -> None:
    for layer in DRAWN_LAYERS:
        for column in LAYERS[layer].contract.columns:
            if column.choices is not None and column.name not in _NOT_PUT_IN_WORDS:
                assert set(column.choices) <= set(WORDS[column.name]), column.name
    assert WORDS["flags"] == MEANINGS
    assert WORDS["flipping_inputs"] == FLIPPING_INPUT_WORDS
    assert WORDS["flipping_thresholds"] == FLIPPING_THRESHOLD_WORDS


def test_a_name_stands_after_the_code_of_a_territory_and_instead_of_that_of_a_place() -> None:
    fields = described("communes", "departement", "region", "nearest_site_id")
    told = ToldColumns(fields, {"fs:1": "Espace numérique (Brest)"})
    record = {"departement": "29", "region": "53", "nearest_site_id": "fs:1"}
    titles = [field["title"] for field in told.fields]
    assert list(zip(titles, told.cells(record), strict=True)) == [
        ("Code du département", "29"),
        ("Département", "Finistère"),
        ("Code de la région", "53"),
        ("Région", "Bretagne"),
        ("Lieu le plus proche", "Espace numérique (Brest)"),
    ]


def test_a_row_is_read_from_its_name_and_its_verdict_whatever_the_order_of_its_columns() -> None:
    fields = described("communes", "code_insee", "nom", "need", "verdict", "sentence", "flags")
    read = [field["name"] for field in ToldColumns([fields[0], *reversed(fields[1:])]).fields]
    assert read == ["code_insee", "nom", "verdict", "sentence", "flags", "need"]


def test_names_of_several_codes_stand_together_and_none_for_a_missing_one() -> None:
    several = ToldColumns(described("epci", "departements"))
    assert several.cells({"departements": "29|22"}) == ["29|22", "Finistère | Côtes-d'Armor"]
    one = ToldColumns(described("communes", "region"))
    assert one.cells({"region": None}) == [None, None]


def test_without_names_an_identifier_says_that_it_is_one() -> None:
    told = ToldColumns(described("communes", "nearest_site_id"))
    assert [field["title"] for field in told.fields] == ["Identifiant du lieu le plus proche"]
    assert told.cells({"nearest_site_id": "fs:1"}) == ["fs:1"]


def described(table: str, *names: str) -> list[dict[str, object]]:
    """Describe some columns of a published table."""
    fields = describe_schema(SNAPSHOT_TABLES[table])["fields"]
    assert isinstance(fields, list)
    return [field for field in fields if field["name"] in names]
