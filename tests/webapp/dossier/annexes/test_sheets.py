"""Sheets for a French spreadsheet, and their dictionary."""

from __future__ import annotations

import csv
import io

from carto.tables.published import SNAPSHOT_TABLES
from geodata.export_formats.french_words import header
from webapp.dossier.annexes.sheets import (
    parameters_sheet,
    published_sheets,
    slug,
    sources_sheet,
    tables_as_read,
)
from webapp.dossier.blocks import Dossier
from webapp.dossier.subject import Subject

COMMUNES = SNAPSHOT_TABLES["communes"]
CODE = "Code de la commune"


def title_of(name: str) -> str:
    column = COMMUNES.column(name)
    return header(column.label, column.unit)


def rows_of(sheet: bytes) -> list[dict[str, str]]:
    assert sheet.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(sheet.decode("utf-8-sig")), delimiter=";"))


def test_every_commune_is_there_with_french_numbers(subject: Subject) -> None:
    rows = rows_of(published_sheets(subject)["communes.csv"])
    assert [row[CODE] for row in rows] == sorted(row["code_insee"] for row in subject.communes)
    first = min(subject.communes, key=lambda row: row["code_insee"])
    population, longitude = (rows[0][title_of(name)] for name in ("population", "longitude"))
    assert population == str(first["population"])
    assert longitude == str(first["longitude"]).replace(".", ",")


def test_every_column_of_every_sheet_is_in_the_dictionary(subject: Subject) -> None:
    sheets = published_sheets(subject)
    told = {(row["fichier"], row["colonne"]) for row in rows_of(sheets.pop("dictionnaire.csv"))}
    for name, sheet in sheets.items():
        header = next(csv.reader(io.StringIO(sheet.decode("utf-8-sig")), delimiter=";"))
        assert {(name, title) for title in header} <= told


def test_missing_is_an_empty_cell(subject: Subject) -> None:
    rows = rows_of(published_sheets(subject)["communes.csv"])
    by_code = {row[CODE]: row for row in rows}
    absent = [row for row in subject.communes if row["ifn_total"] is None]
    assert absent
    title = title_of("ifn_total")
    assert all(by_code[row["code_insee"]][title] == "" for row in absent)


def test_tables_are_numbered_as_their_captions(dossier: Dossier) -> None:
    names = list(tables_as_read(dossier))
    assert [name[:10] for name in names] == [f"tableau-{n:02d}" for n in range(1, len(names) + 1)]


def test_sources_have_their_licence_and_parameters_their_words(subject: Subject) -> None:
    sources = rows_of(sources_sheet(subject))
    assert len(sources) == len(subject.facts["sources"])
    assert all(row["licence"] for row in sources)
    said = {row["identifiant"]: row for row in rows_of(parameters_sheet(subject))}
    assert said["alerts.time_min"]["valeur"].startswith("20")


def test_a_long_caption_is_cut_between_two_words() -> None:
    name = slug("Les dix communes sous le seuil où il reste le plus de locaux à raccorder")
    assert name == "les-dix-communes-sous-le-seuil-ou-il-reste-le-plus"
