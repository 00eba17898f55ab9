"""`/api/v1/epci` and `/api/v1/departements`."""

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


@pytest.mark.parametrize("path", ["epci/29001", "epci/999999999", "departements/22"])
def test_unknown_territories_are_not_found(client: FlaskClient, path: str):
    assert client.get(f"/api/v1/{path}").status_code == 404
