"""Tests of `webapp.downloads.place_files`."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
from flask.testing import FlaskClient

from tests.codes_left import codes_left, rows_of
from tests.webapp.outline import get

PLACES = "/departement/29/lieux"


def ids(client: FlaskClient, query: str) -> list[str]:
    """Ids of the places of the file that programs read."""
    return [row["id"] for row in csv.DictReader(io.StringIO(get(client, f"{PLACES}.csv{query}")))]


def test_the_file_is_filtered_and_sorted_as_the_page(client: FlaskClient) -> None:
    assert ids(client, "?itinerant=1") == ["fs-2046"]
    assert ids(client, "?sel=29232")[0] == "fs-170"
    assert ids(client, "?sel=29232&tri=commune")[0] == "fs-173"


def test_a_map_of_the_places_has_the_same_ones(client: FlaskClient) -> None:
    collection = json.loads(get(client, f"{PLACES}.geojson?sel=29232"))
    assert [one["properties"]["id"] for one in collection["features"]] == ids(client, "?sel=29232")
    assert collection["features"][0]["geometry"]["type"] == "Point"
    assert collection["about"]["said"]["Lignes"].replace("\xa0", " ") == "5 lieux sur 5"


def test_a_territory_that_is_not_there_has_no_file(client: FlaskClient) -> None:
    assert client.get("/departement/75/lieux.xlsx").status_code == 404


def test_people_get_words_in_the_file_and_in_the_workbook_alike(client: FlaskClient) -> None:
    french = get(client, f"{PLACES}.fr.csv").removeprefix("\ufeff")
    read = list(csv.DictReader(io.StringIO(french), delimiter=";"))
    assert codes_left(read) == set()
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{PLACES}.xlsx").data))
    rows = rows_of(list(book["lieux"].values))
    assert codes_left(rows) == set()
    assert list(rows[0]) == list(read[0])
    assert rows[0]["Horaires"] is None or " h" in str(rows[0]["Horaires"]).replace("\xa0", " ")
