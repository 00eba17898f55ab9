"""Tests of `/tuiles`: which tiles there are, and where a client finds them."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from tests.webapp.sample_tiles import FIRST_ZOOM, LAST_ZOOM

PROBLEM = "application/problem+json"


def test_where_the_layer_has_nothing_the_answer_is_empty(client: FlaskClient, snapshot_id: str):
    response = client.get(f"/tuiles/{snapshot_id}/communes/{FIRST_ZOOM}/0/0.mvt")
    assert (response.status_code, response.data) == (204, b"")
    assert "Content-Type" not in response.headers
    assert "immutable" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("{id}/communes/5/0/0.mvt", "du zoom 6 au zoom 10"),
        ("{id}/communes/11/0/0.mvt", "du zoom 6 au zoom 10"),
        ("{id}/communes/7/128/0.mvt", "de 0 à 127"),
        ("{id}/communes/99999999999999999999/0/0.mvt", "zoom"),
        ("{id}/communes/-1/0/0.mvt", "adresse"),
        ("{id}/regions/6/0/0.mvt", "regions"),
        ("{id}/sites/6/0/0.mvt", "communes, lieux."),
        ("{id}/../communes/6/0/0.mvt", ""),
        ("0000000000000000/communes/6/0/0.mvt", "plus publié"),
        ("x/communes/6/0/0.mvt", "plus publié"),
    ],
)
def test_what_does_not_exist_is_said(client: FlaskClient, snapshot_id: str, path: str, said: str):
    response = client.get("/tuiles/" + path.format(id=snapshot_id))
    assert (response.status_code, response.mimetype) == (404, PROBLEM)
    assert said in response.get_json()["detail"]


def test_the_description_leads_to_the_tiles(client: FlaskClient, tile_name: str):
    response = client.get("/tuiles/communes.json")
    document = response.get_json()
    zoom, column, row = tile_name.split("/")
    (template,) = document["tiles"]
    address = template.replace("{z}", zoom).replace("{x}", column).replace("{y}", row)
    assert client.get(address.removeprefix("http://localhost")).status_code == 200
    assert (document["minzoom"], document["maxzoom"]) == (FIRST_ZOOM, LAST_ZOOM)
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    held = client.get("/tuiles/communes.json", headers={"If-None-Match": response.headers["ETag"]})
    assert held.status_code == 304


def test_another_host_gets_its_own_addresses_under_another_validator(client: FlaskClient):
    own = client.get("/tuiles/communes.json")
    other = client.get("/tuiles/communes.json", base_url="https://carte.exemple.fr")
    assert other.get_json()["tiles"][0].startswith("https://carte.exemple.fr/tuiles/")
    assert other.headers["ETag"] != own.headers["ETag"]


def test_every_property_of_the_tiles_has_its_french_words(client: FlaskClient):
    (layer,) = client.get("/tuiles/lieux.json").get_json()["vector_layers"]
    assert layer["fields"]["is_supply"] == "Compte dans l'offre"
    assert layer["fields"]["nature"] == "Nature du lieu"
    (layer,) = client.get("/tuiles/communes.json").get_json()["vector_layers"]
    assert layer["fields"]["classe_fibre"] == "Classe\N{NO-BREAK SPACE}: Fibre"
    assert all(words != name for name, words in layer["fields"].items())


def test_the_description_names_no_markup_of_others(client: FlaskClient):
    said = json.dumps(client.get("/tuiles/communes.json").get_json())
    assert "<script" not in said
    assert client.get("/tuiles/communes.json?x=1").status_code == 400
    assert client.get("/tuiles/autre.json").status_code == 404
