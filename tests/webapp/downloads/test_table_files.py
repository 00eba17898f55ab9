"""Tests of `webapp.downloads.table_files`."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import openpyxl
import pytest
from flask.testing import FlaskClient
from frictionless import Resource, Schema

from carto.tables.published import SNAPSHOT_TABLES
from tests.codes_left import codes_left, rows_of
from tests.webapp.outline import Outline, get
from webapp.downloads.row_answers import published_fields

TABLE = "/departement/29/tableau"


def rows_of_file(client: FlaskClient, query: str) -> list[str]:
    """Codes of the rows of the file that programs read."""
    text = get(client, f"{TABLE}.csv?{query}")
    return [row["code_insee"] for row in csv.DictReader(io.StringIO(text))]


@pytest.mark.parametrize(
    "query",
    ["", "tri=nom", "classe=2", "q=bre", "verdict=sous-desservies&tri=temps", "ind=fibre&classe=4"],
)
def test_the_file_has_the_rows_of_the_page_in_their_order(client: FlaskClient, query: str) -> None:
    assert rows_of_file(client, query) == Outline(get(client, f"{TABLE}?{query}")).rows


def test_every_format_has_the_rows_of_the_page(client: FlaskClient) -> None:
    query = "tri=nom&ordre=croissant&q=e"
    codes = rows_of_file(client, query)
    features = json.loads(get(client, f"{TABLE}.geojson?{query}"))["features"]
    assert [feature["id"] for feature in features] == codes
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{TABLE}.xlsx?{query}").data))
    assert [row[0] for row in list(book["communes"].values)[1:]] == codes
    french = get(client, f"{TABLE}.fr.csv?{query}").removeprefix("\ufeff")
    read = csv.DictReader(io.StringIO(french), delimiter=";")
    assert [row["Code de la commune"] for row in read] == codes


def test_the_file_for_programs_meets_the_published_schema(
    client: FlaskClient, tmp_path: Path
) -> None:
    (tmp_path / "rows.csv").write_bytes(client.get(f"{TABLE}.csv").data)
    names = next(csv.reader([get(client, f"{TABLE}.csv").partition("\r")[0]]))
    fields = published_fields(SNAPSHOT_TABLES["communes"], names)
    schema = Schema.from_descriptor({"fields": fields})
    report = Resource(path="rows.csv", basepath=str(tmp_path), schema=schema).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])


def test_a_changed_rule_is_applied_and_said(client: FlaskClient) -> None:
    plain, ruled = (
        json.loads(get(client, f"{TABLE}.geojson{query}")) for query in ("", "?fibre_min=99.5")
    )
    assert "Règle modifiée" not in plain["about"]["said"]
    assert "99,5" in ruled["about"]["said"]["Règle modifiée"]
    by_program = csv.DictReader(io.StringIO(get(client, f"{TABLE}.csv?fibre_min=99.5")))
    verdicts = {row["code_insee"]: row["verdict"] for row in by_program}
    assert {one["id"]: one["properties"]["verdict"] for one in ruled["features"]} == verdicts


def test_the_filter_is_said_in_the_file(client: FlaskClient) -> None:
    said = json.loads(get(client, f"{TABLE}.geojson?q=brest"))["about"]["said"]
    assert said["Lignes"].replace("\xa0", " ") == "1 commune sur 8 : nom contenant « brest »"
    assert said["Territoire"] == "Finistère"


def test_the_file_links_to_its_page_its_dictionary_and_its_sources(client: FlaskClient) -> None:
    for suffix, mimetype in (("csv", "text/csv"), ("geojson", "application/geo+json")):
        answer = client.get(f"{TABLE}.{suffix}?classe=2")
        assert answer.mimetype == mimetype
        assert f'<{TABLE}?classe=2>; rel="canonical"' in answer.headers["Link"]
        assert '</donnees/dictionnaire>; rel="describedby"' in answer.headers["Link"]
        name = re.search('filename="([^"]+)"', answer.headers["Content-Disposition"])
        assert name is not None
        assert name[1].startswith("carto-departement-29-communes-")
        assert name[1].endswith(f".{suffix}")


def test_a_format_that_is_not_offered_is_not_found(client: FlaskClient) -> None:
    assert client.get(f"{TABLE}.shp").status_code == 404


def test_people_get_words_in_the_file_and_in_the_workbook_alike(client: FlaskClient) -> None:
    french = get(client, f"{TABLE}.fr.csv").removeprefix("\ufeff")
    read = list(csv.DictReader(io.StringIO(french), delimiter=";"))
    assert codes_left(read) == set()
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{TABLE}.xlsx").data))
    rows = rows_of(list(book["communes"].values))
    assert codes_left(rows) == set()
    # a workbook shows as percents the shares that a text holds
    assert [title.replace("(%)", "(part)") for title in rows[0]] == list(read[0])
