"""Tests of `webapp.api.schemas.history`."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webapp.api.as_described import described


def test_a_quarter_is_described_with_its_unit_and_what_null_means(client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").get_json()
    quarter = document["components"]["schemas"]["TrimestreDuneCommune"]["properties"]
    assert "null" in quarter["locaux"]["type"]
    assert "code_insee" not in quarter, "the document says it once"
    assert quarter["date"]["format"] == "date"


def test_histories_are_as_described(client: FlaskClient) -> None:
    assert described(client, "communes/29083/history")["territory"]["code"] == "29083"
    assert described(client, "history?territoire=epci-200066868")["count"] >= 0
