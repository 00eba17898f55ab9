"""Tests of `webapp.catalogue.gis_addresses`."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.outline import get_words
from webapp.catalogue.gis_addresses import tile_addresses
from webapp.catalogue.layers import published_layers
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def test_only_layers_with_tiles_have_addresses(app: Flask, snapshot: LoadedSnapshot) -> None:
    layers = published_layers(snapshot)
    with app.test_request_context():
        found = tile_addresses("https://a.fr", snapshot.id, layers)
    assert [one.id for one in found] == [one.layer.name for one in layers if one.has_tiles]
    assert "fibre_history" not in [one.id for one in found]
    assert found[0].id == "communes"
    assert found[0].tiles == f"https://a.fr/tuiles/{snapshot.id}/communes/{{z}}/{{x}}/{{y}}.mvt"
    assert found[0].style == "https://a.fr/styles/communes.json"
    assert found[0].tile_json == "https://a.fr/tuiles/communes.json"


def test_zooms_are_those_that_the_description_gives(client: FlaskClient) -> None:
    described = client.get("/tuiles/communes.json").get_json()
    first, last = described["minzoom"], described["maxzoom"]
    layer = described["vector_layers"][0]
    assert (layer["minzoom"], layer["maxzoom"]) == (first, last)
    assert f"zoom minimal {first}, zoom maximal {last}" in get_words(client, "/donnees")
