"""Tests of the TileJSON: what the specification asks, and whom to credit."""

from __future__ import annotations

from flask import Flask

from webapp.tiles.tile_archives import current_archive
from webapp.tiles.tile_json import attribution, tile_json


def test_names_of_producers_are_text_never_markup():
    sources = [{"producer": "<b>A & B</b>"}, {"producer": "ARCEP"}]
    said = attribution(sources, 'https://a.fr/"')
    assert said.startswith("&lt;b&gt;A &amp; B&lt;/b&gt; · ARCEP · <a href=")
    assert said.count('"') == 2


def test_the_document_holds_what_version_3_requires(app: Flask):
    with app.test_request_context():
        document = tile_json(current_archive("communes"))
    assert document["tilejson"] == "3.0.0"
    assert document["vector_layers"][0].keys() >= {"id", "fields"}
    west, south, east, north = document["bounds"]
    assert -180 <= west < east <= 180
    assert -90 <= south < north <= 90
    assert document["scheme"] == "xyz"
