"""A collection says where and when it is, and its links lead somewhere."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from webapp.ogc.features.reference_systems import CRS84, SYSTEMS


@pytest.mark.parametrize("name", ["communes", "epci", "departements", "lieux", "fibre_history"])
def test_links_lead_somewhere(client: FlaskClient, name: str):
    document = client.get(f"/ogc/collections/{name}").get_json()
    relations = [one["rel"] for one in document["links"]]
    assert relations[:2] == ["self", "alternate"]
    assert {"items", "license", "enclosure"} <= {*relations}
    for one in document["links"]:
        if "tilesets" not in one["rel"] and "stylesheet" not in one["rel"]:
            answer = client.get(one["href"].removeprefix("http://localhost"))
            assert answer.status_code == 200, one
            if one["rel"] != "enclosure":
                assert answer.content_type.startswith(one["type"])


def test_the_extent_is_that_of_the_features(client: FlaskClient):
    document = client.get("/ogc/collections/communes").get_json()
    assert document["extent"] == {
        "spatial": {"bbox": [[-5.1357, 47.96597, -3.54554, 48.54735]], "crs": CRS84.uri}
    }
    assert document["crs"] == [*SYSTEMS]
    assert document["storageCrs"] == CRS84.uri


def test_the_fibre_has_a_time(client: FlaskClient):
    extent = client.get("/ogc/collections/fibre_history").get_json()["extent"]
    assert extent["temporal"]["interval"] == [["2026-04-01T00:00:00Z", "2026-06-30T23:59:59Z"]]


def test_a_collection_without_any_date_has_an_open_time(client: FlaskClient):
    extent = client.get("/ogc/collections/lieux").get_json()["extent"]
    assert extent["temporal"]["interval"] == [[None, None]]


def test_a_collection_credits_its_own_sources(client: FlaskClient):
    credit = client.get("/ogc/collections/fibre_history").get_json()["attribution"]
    assert credit == "ARCEP"
    assert client.get("/ogc/collections/communes").get_json()["attribution"] != credit
