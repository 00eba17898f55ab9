"""Territories of every level in the API, and the list of them all."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("path", "nom", "communes"),
    [("epci/200066868", "CC Presqu'île", 3), ("departements/29", "Finistère", 8)],
)
def test_a_territory_has_its_rollups(
    client: FlaskClient, snapshot_id: str, path: str, nom: str, communes: int
):
    document = client.get(f"/api/v1/{path}").get_json()
    assert document["snapshot"] == snapshot_id
    assert document["nom"].startswith(nom)
    assert document["communes_count"] == communes
    assert sum(verdict["communes"] for verdict in document["verdicts"].values()) == communes
    rate = document["locaux_raccordables"] / document["locaux"]
    assert document["taux_couverture_ftth"] == rate
    for link in document["links"].values():
        assert client.get(link).status_code == 200


def test_the_departements_of_an_epci_are_a_list(client: FlaskClient):
    assert client.get("/api/v1/epci/200066868").get_json()["departements"] == ["29"]


def test_a_group_says_what_it_lacks(client: FlaskClient, snapshot_id: str):
    document = client.get("/api/v1/groupes/iles").get_json()
    assert document["snapshot"] == snapshot_id
    assert (document["nom"], document["communes_missing"]) == ("Îles", ["56069"])
    assert document["codes_anciens"] == []
    assert document["links"] == {"self": "/api/v1/groupes/iles", "page": "/groupe/iles"}


def test_the_list_leads_to_every_territory(client: FlaskClient):
    listed = client.get("/api/v1/territoires").get_json()
    types = [one["type"] for one in listed["territoires"]]
    assert types == ["departement", *["epci"] * 4, "groupe"]
    assert listed["count"] == len(types)
    for one in listed["territoires"]:
        document = client.get(one["links"]["self"]).get_json()
        assert document["nom"] == one["nom"]
        assert document["communes_count"] == one["communes_count"]


def test_the_list_is_cut_in_pages(client: FlaskClient):
    part = client.get("/api/v1/territoires?limit=2&offset=4").get_json()
    assert [one["type"] for one in part["territoires"]] == ["epci", "groupe"]
    assert client.get("/api/v1/territoires?type=epci").status_code == 400


@pytest.mark.parametrize("path", ["france", "regions/53", "ept/200057867", "groupes/%20"])
def test_a_level_that_is_not_published_is_not_found(client: FlaskClient, path: str):
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert answer.get_json()["detail"]
    assert client.get(f"/api/v1/{path}?x=1").status_code == 400


@pytest.mark.parametrize("path", ["epci/29001", "epci/999999999", "departements/22"])
def test_unknown_territories_are_not_found(client: FlaskClient, path: str):
    assert client.get(f"/api/v1/{path}").status_code == 404


def test_a_composed_group_is_a_territory(client: FlaskClient) -> None:
    document = client.get("/api/v1/groupes/29001-29042").get_json()
    assert (document["groupe"], document["communes_count"]) == ("29001-29042", 2)
    assert document["departements"] == ["29"]
    assert client.get(document["links"]["self"]).get_json() == document
    assert client.get(document["links"]["page"]).status_code == 200


def test_a_group_that_cannot_be_composed_is_a_problem(client: FlaskClient) -> None:
    answer = client.get("/api/v1/groupes/29001-29999")
    assert answer.status_code == 404
    assert answer.get_json()["detail"].startswith("29999 n'est le code d'aucune commune")
