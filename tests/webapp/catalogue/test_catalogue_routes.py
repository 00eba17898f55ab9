"""Tests of `webapp.catalogue.catalogue_routes`."""

from __future__ import annotations

from flask.testing import FlaskClient


def test_the_catalogue_is_linked_data_for_every_origin(
    client: FlaskClient, snapshot_id: str
) -> None:
    answer = client.get("/catalogue.jsonld")
    assert answer.mimetype == "application/ld+json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Carto-Snapshot"] == snapshot_id
    assert answer.headers["ETag"]
    assert answer.get_json()["@id"] == "http://localhost/catalogue.jsonld"


def test_it_takes_no_parameter_and_no_host_that_is_none(client: FlaskClient) -> None:
    assert client.get("/catalogue.jsonld?x=1").status_code == 400
    answer = client.get("/catalogue.jsonld", headers={"Host": "a b<script>"})
    assert answer.status_code == 400
    assert "<script>" not in answer.text
