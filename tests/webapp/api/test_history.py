"""Tests of `webapp.api.history`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from carto.tables.places import FIBRE


def test_the_quarters_of_a_commune_are_told_as_published(
    client: FlaskClient, snapshot_id: str
) -> None:
    document = client.get("/api/v1/communes/29019/history").get_json()
    assert document["snapshot"] == snapshot_id
    assert document["territory"] == {"type": "commune", "code": "29019", "nom": "Brest"}
    assert document["count"] == len(document["quarters"]) > 0
    moments = [(quarter["series"], quarter["quarter"]) for quarter in document["quarters"]]
    assert moments == sorted(moments)
    told = {"quarter", "date"} | set(FIBRE.names) - {"code_insee", "geometry"}
    assert set(document["quarters"][0]) == told
    assert document["quarters"][-1]["date"].startswith(document["quarters"][-1]["quarter"][:4])


def test_the_sources_of_the_fibre_come_with_it(client: FlaskClient) -> None:
    sources = client.get("/api/v1/communes/29019/history").get_json()["sources"]
    assert [source["producer"] for source in sources.values()] == ["ARCEP"] * len(sources)
    assert sources


@pytest.mark.parametrize("territory", ["departement-29", "epci-200066868"])
def test_a_wider_territory_has_its_own(client: FlaskClient, territory: str) -> None:
    document = client.get(f"/api/v1/history?territoire={territory}").get_json()
    assert "-".join((document["territory"]["type"], document["territory"]["code"])) == territory
    for link in document["links"].values():
        assert client.get(link).status_code == 200


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("communes/29999/history", 404),
        ("communes/29998/history", 410),
        ("communes/29019/history?x=1", 400),
        ("history", 400),
        ("history?territoire=commune-29019", 400),
        ("history?territoire=ville-1", 400),
        ("history?territoire=departement-75", 404),
    ],
)
def test_what_is_not_published_is_said(client: FlaskClient, address: str, status: int) -> None:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
