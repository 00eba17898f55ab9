"""What the interactive map loads: shapes, values and places, under the snapshot's id."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from carto.drawing.indicators.classification import INDICATORS


@pytest.fixture
def ask(client: FlaskClient, snapshot_id: str):
    def get(path: str) -> Any:
        response = client.get(f"/donnees/{snapshot_id}/{path}")
        assert response.status_code == 200
        assert "immutable" in response.headers["Cache-Control"]
        assert response.headers["Carto-Snapshot"] == snapshot_id
        return response.get_json(force=True)

    return get


def test_the_topology_has_communes_and_epci_by_code(ask: Any):
    objects = ask("departement/29.topojson")["objects"]
    codes = {shape["properties"]["code"] for shape in objects["units"]["geometries"]}
    assert len(codes) == 8
    assert "borders" in objects


def test_values_are_the_classes_and_texts_of_the_static_map(ask: Any, snapshot_id: str):
    values = ask("departement/29/valeurs.json")
    assert values["snapshot"] == snapshot_id
    assert set(values["indicateurs"]) <= set(INDICATORS)
    argol = values["communes"]["29001"]
    assert argol["nom"] == "Argol"
    assert argol["classes"]["verdict"] == 3
    assert argol["textes"]["fibre"] == "76,4\u00a0%"
    for commune in values["communes"].values():
        for key, class_ in commune["classes"].items():
            assert class_ is None or 0 <= class_ < len(values["indicateurs"][key]["classes"])


def test_an_unknown_value_has_no_class_rather_than_the_lowest(ask: Any):
    sein = ask("departement/29/valeurs.json")["communes"]["29083"]
    assert sein["classes"]["verdict"] is None
    assert sein["classes"]["besoin"] is None


def test_one_epci_and_one_commune_have_their_own_values(ask: Any):
    assert len(ask("epci/200066868/valeurs.json")["communes"]) == 3
    assert list(ask("commune/29001/valeurs.json")["communes"]) == ["29001"]


def test_places_are_those_inside_and_those_that_serve(ask: Any):
    places = ask("departement/29/lieux.geojson")
    by_id = {feature["properties"]["id"]: feature for feature in places["features"]}
    assert "fs-1894" in by_id, "beyond the border, the nearest of Guerlesquin"
    point = by_id["fs-2046"]
    assert point["geometry"]["coordinates"] == [-4.492906, 48.245547]
    assert point["properties"]["letter"] == "I"
    assert point["properties"]["is_itinerant"] is True
    assert list(by_id) == sorted(by_id)


@pytest.mark.parametrize(
    "path",
    [
        "departement/22.topojson",
        "region/53.topojson",
        "departement/22/valeurs.json",
        "epci/999999999/lieux.geojson",
        "departement/..%2f..%2flatest.topojson",
    ],
)
def test_unknown_territories_are_not_found(client: FlaskClient, snapshot_id: str, path: str):
    response = client.get(f"/donnees/{snapshot_id}/{path}")
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")


def test_an_unknown_snapshot_is_not_found(client: FlaskClient):
    response = client.get("/donnees/0000000000000000/departement/29/valeurs.json")
    assert response.status_code == 404


def test_a_map_by_epci_has_its_shapes_values_and_quarters(ask: Any):
    shapes = ask("departement/29/epci.topojson")["objects"]["units"]["geometries"]
    codes = [shape["properties"]["code"] for shape in shapes]
    values = ask("departement/29/epci/valeurs.json")
    assert set(values["communes"]) == set(codes)
    assert list(values["indicateurs"])[:2] == ["verdict", "fibre"]
    assert "trimestres" in ask("departement/29/epci/fibre.json?ind=fibre")


@pytest.mark.parametrize(
    "path",
    [
        "departement/29/departement.topojson",
        "departement/29/departement/valeurs.json",
        "departement/29/epci/fibre.json?ind=evolution",
        "region/53/epci/valeurs.json",
        "france/FR/departement.topojson",
    ],
)
def test_a_map_that_is_not_published_is_not_found(client: FlaskClient, snapshot_id: str, path: str):
    assert client.get(f"/donnees/{snapshot_id}/{path}").status_code == 404


def test_places_follow_the_filter_of_the_page(ask: Any) -> None:
    kept = ask("departement/29/lieux.geojson?itinerant=1")["features"]
    assert [place["id"] for place in kept] == ["fs-2046"]
    assert kept[0]["properties"]["letter"] == "I"
    assert kept[0]["properties"]["address_text"] == "1 rue de la Mairie, 29000 Crozon"
    assert ask("departement/29/lieux.geojson?samedi=1")["features"] == []
