"""Tests of `webapp.places.place_csv`."""

from __future__ import annotations

import csv
import io

from tests.webapp.sample import TABLES, Row
from webapp.places.place_csv import HEADERS, place_columns, places_csv

COMMUNES = {row["code_insee"]: row for row in TABLES["communes"]}


def read(sites: list[Row]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(places_csv(sites, COMMUNES), newline="")))


def test_every_place_has_its_line_in_the_order_given() -> None:
    rows = read(list(reversed(TABLES["sites"])))
    assert [row["id"] for row in rows] == [site["id"] for site in reversed(TABLES["sites"])]
    assert list(rows[0]) == list(HEADERS)


def test_what_is_missing_is_empty_and_hours_are_in_words_too() -> None:
    row = read([TABLES["sites"][0]])[0]
    assert row["telephone"] == ""
    assert row["horaires"] == "Mo-Fr 09:00-12:00,14:00-17:00"
    assert row["horaires_en_clair"].startswith("du lundi au vendredi")
    assert row["nature"] == "lieu fixe"


def test_a_formula_is_escaped_and_a_phone_number_is_not() -> None:
    site = TABLES["sites"][0] | {"nom": "=HYPERLINK(1)", "telephone": "+33298001122"}
    row = read([site])[0]
    assert row["nom"] == "'=HYPERLINK(1)"
    assert row["telephone"] == "+33298001122"


def test_a_french_spreadsheet_gets_labels_and_decimal_commas() -> None:
    text = places_csv(TABLES["sites"][:1], COMMUNES, french=True)
    assert text.startswith("\ufeffIdentifiant;Nom;Nature;Code de la commune;Commune;")
    row = next(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert row["Longitude (°)"] == str(TABLES["sites"][0]["longitude"]).replace(".", ",")


def test_every_column_says_what_it_means() -> None:
    columns = place_columns()
    assert [column.name for column in columns] == list(HEADERS)
    assert all(column.label and column.description for column in columns)
