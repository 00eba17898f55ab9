"""Tests of `webapp.catalogue.data_pages`."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from carto.flags import MEANINGS
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot
from tests.judges import package_errors
from tests.webapp.outline import get, get_words
from tests.webapp.published import publish
from webapp.catalogue.data_pages import citation
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def test_every_file_of_a_layer_can_be_read(client: FlaskClient, snapshot_id: str) -> None:
    page = get(client, "/donnees")
    files = re.findall(r'href="(/donnees/[^"]+\.[a-z]+)"', page)
    assert "/donnees/communes.parquet" in files
    assert f"/donnees/{snapshot_id}/datapackage.json" in files
    for file in files:
        assert client.get(file, follow_redirects=True).status_code == 200, file


def test_addresses_to_paste_are_whole(client: FlaskClient, snapshot_id: str) -> None:
    page = get(client, "/donnees")
    pasted = [
        html.unescape(text) for text in re.findall(r'<code class="adresse"[^>]*>(.*?)<', page)
    ]
    assert "http://localhost/ogc" in pasted
    assert f"http://localhost/tuiles/{snapshot_id}/communes/{{z}}/{{x}}/{{y}}.mvt" in pasted
    copied = re.findall(r'data-copie="([^"]+)"', page)
    assert len(copied) == len(set(copied)) == len(pasted)
    assert all(f'id="{name}"' in page for name in copied)


def test_the_filter_given_to_old_clients_is_answered(client: FlaskClient) -> None:
    page = get(client, "/donnees")
    (address,) = re.findall(r'id="adresse-filtre">http://localhost(.*?)<', page)
    given = client.get(html.unescape(address)).get_json()["features"]
    whole = client.get("/ogc/collections/communes/items?limit=1000").get_json()["features"]
    large = [one["id"] for one in whole if (one["properties"]["population"] or 0) > 20000]
    assert [one["id"] for one in given] == large != [one["id"] for one in whole]


def test_the_sources_keep_their_licences(client: FlaskClient, snapshot: LoadedSnapshot) -> None:
    words = get_words(client, "/donnees")
    for source in snapshot.facts["sources"]:
        assert source["licence"].replace("\u00a0", " ") in words
        assert source["title"].replace("\u00a0", " ") in words


def test_search_engines_find_a_dataset(client: FlaskClient, snapshot_id: str) -> None:
    page = get(client, "/donnees")
    (held,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    markup = json.loads(held)
    assert markup["@type"] == "Dataset"
    assert markup["version"] == snapshot_id
    assert all(one["contentUrl"].startswith("http://") for one in markup["distribution"])


def test_a_citation_names_the_snapshot_and_the_method(app: Flask, snapshot: LoadedSnapshot) -> None:
    with app.test_request_context():
        said = citation(snapshot, "https://a.fr")
    assert snapshot.id in said
    assert snapshot.facts["method"]["version"] in said
    assert said.endswith("https://a.fr/donnees")


def test_a_new_release_changes_the_page(
    app_on: Callable[[Path], Flask], own_snapshot_dir: Path
) -> None:
    client = app_on(own_snapshot_dir).test_client()
    first = client.get("/donnees")
    other = publish(own_snapshot_dir, title="Autre", created="2027-01-01T00:00:00+00:00")
    second = client.get("/donnees", headers={"If-None-Match": first.headers["ETag"]})
    assert second.status_code == 200
    assert other.id in second.text


def test_the_dictionary_shows_the_table_that_is_asked_for(client: FlaskClient) -> None:
    assert 'id="taux_couverture_ftth"' in get(client, "/donnees/dictionnaire")
    assert 'id="horaires"' in get(client, "/donnees/dictionnaire?table=sites")


def test_an_unknown_table_is_said(client: FlaskClient) -> None:
    page = get(client, "/donnees/dictionnaire?table=%3Cscript%3E")
    assert "pas publiée ici" in page
    assert "<script>" not in page
    assert client.get("/donnees/dictionnaire.csv?table=rien").status_code == 400
    assert client.get("/donnees/dictionnaire.csv?x=1").status_code == 400


@pytest.mark.parametrize("query", ["", "?table=communes"])
def test_the_two_files_of_the_dictionary_say_the_same(client: FlaskClient, query: str) -> None:
    document = client.get(f"/donnees/dictionnaire.json{query}").get_json()
    text = client.get(f"/donnees/dictionnaire.csv{query}").text
    lines = list(csv.reader(io.StringIO(text, newline="")))
    assert document["codes"] == MEANINGS
    named = [(column["table"], column["name"]) for column in document["columns"]]
    assert [(line[0], line[1]) for line in lines[1:]] == named


def test_a_validator_of_data_packages_finds_one_changed_byte(
    own_snapshot_dir: Path, snapshot_id: str
) -> None:
    snapshot = Snapshot.open(DataDir(own_snapshot_dir).snapshot(snapshot_id))
    assert package_errors(snapshot) == []
    changed = snapshot.path("communes.parquet")
    content = bytearray(changed.read_bytes())
    content[100] ^= 1
    changed.write_bytes(content)
    (error,) = package_errors(snapshot)
    assert error.startswith("hash-count")
