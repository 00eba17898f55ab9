"""Tests of the documents of tile sets: addresses of the host that is asked, and no other."""

from __future__ import annotations

from flask import Flask

from carto.drawing.tile_fields import LAYERS
from webapp.ogc.tiles.tile_sets import grid_list, tile_set, tile_set_list
from webapp.tiles.tile_archives import current_archive

HOST = "https://carte.exemple.fr"


def test_every_link_leads_to_the_host(app: Flask):
    with app.test_request_context(base_url=HOST):
        documents = (
            tile_set(current_archive("communes")),
            *tile_set_list(LAYERS["communes"])["tilesets"],
            *grid_list()["tileMatrixSets"],
        )
    found = [link["href"] for document in documents for link in document["links"]]
    assert all(href.startswith(f"{HOST}/") for href in found)


def test_the_licence_and_the_credit_travel_with_the_tiles(app: Flask):
    with app.test_request_context(base_url=HOST):
        document = tile_set(current_archive("communes"))
    assert "dates et licences" in document["attribution"]
    assert [link["href"] for link in document["links"] if link["rel"] == "license"]
