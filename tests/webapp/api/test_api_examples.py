"""Questions about what the snapshot has, whatever it has."""

from __future__ import annotations

from dataclasses import replace

from flask import Flask
from flask.testing import FlaskClient

from webapp.api.api_examples import answer_excerpt, examples
from webapp.snapshots.current_snapshot import current


def test_a_commune_that_lacks_something_is_the_example(app: Flask) -> None:
    with app.test_request_context():
        snapshot = current()
        asked = examples(snapshot)
        excerpt = answer_excerpt(snapshot)
    assert asked[1].address == "/api/v1/communes/29001"
    assert excerpt["communes"][0]["nom"] == "Argol"
    assert excerpt["count"] == 1


def test_a_commune_without_epci_asks_less(app: Flask, client: FlaskClient) -> None:
    with app.test_request_context():
        island = {"29083": current().communes["29083"]}
        asked = examples(replace(current(), communes=island))
    assert island["29083"]["siren_epci"] is None
    assert len(asked) == 4
    assert all(client.get(one.address).status_code == 200 for one in asked)
