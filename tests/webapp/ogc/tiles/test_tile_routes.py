"""Tests of the tiles of collections: the same bytes as under `/tuiles`, revalidated."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.sample_tiles import FIRST_ZOOM, LAST_ZOOM

TILES = "/ogc/collections/communes/tiles"
GRID = f"{TILES}/WebMercatorQuad"
LOCAL = "http://localhost"


def links(document: dict[str, object], rel: str) -> list[str]:
    """Addresses of the links of a document, by their relation."""
    found: list[dict[str, str]] = document["links"]  # type: ignore[assignment]
    return [link["href"].removeprefix(LOCAL) for link in found if link["rel"] == rel]


def test_a_client_finds_the_tiles_from_the_collection(
    client: FlaskClient, tile_name: str, snapshot_id: str
):
    (listed,) = client.get(TILES).get_json()["tilesets"]
    (address,) = links(listed, "self")
    tile_set = client.get(address).get_json()
    (template,) = links(tile_set, "item")
    zoom, column, row = tile_name.split("/")
    found = client.get(
        template.replace("{tileMatrix}", zoom)
        .replace("{tileRow}", row)
        .replace("{tileCol}", column)
    )
    pinned = client.get(f"/tuiles/{snapshot_id}/communes/{tile_name}.mvt")
    assert found.data == pinned.data
    assert found.headers["Cache-Control"] == "no-cache"
    held = client.get(found.request.path, headers={"If-None-Match": found.headers["ETag"]})
    assert held.status_code == 304


def test_a_tile_set_says_its_grid_its_zooms_and_its_properties(client: FlaskClient):
    document = client.get(GRID).get_json()
    zooms = [one["tileMatrix"] for one in document["tileMatrixSetLimits"]]
    assert zooms == [str(zoom) for zoom in range(FIRST_ZOOM, LAST_ZOOM + 1)]
    (scheme,) = links(document, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme")
    assert client.get(scheme).get_json()["uri"] == document["tileMatrixSetURI"]
    (layer,) = document["layers"]
    assert layer["propertiesSchema"]["properties"]["population"]["type"] == "number"
    for rel in ("describedby", "stylesheet"):
        (address,) = links(document, rel)
        assert client.get(address).status_code == 200


def test_the_grid_is_listed_under_its_own_address(client: FlaskClient):
    (grid,) = client.get("/ogc/tileMatrixSets").get_json()["tileMatrixSets"]
    assert client.get(links(grid, "self")[0]).get_json()["id"] == grid["id"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{TILES}?f=json", 200),
        (f"{GRID}?f=mvt", 400),
        (f"{GRID}?x=1", 400),
        (f"{GRID}/6/0/0", 204),
        (f"{GRID}/6/0/0?f=mvt", 204),
        (f"{GRID}/6/0/0?f=png", 400),
        (f"{GRID}/5/0/0", 404),
        (f"{GRID}/6/64/0", 404),
        (f"{TILES}/WorldCRS84Quad", 404),
        ("/ogc/collections/fibre_history/tiles", 404),
        ("/ogc/collections/epci/tiles", 404),
        ("/ogc/tileMatrixSets/autre", 404),
    ],
)
def test_what_is_asked_is_answered_or_refused(client: FlaskClient, path: str, status: int):
    assert client.get(path).status_code == status
