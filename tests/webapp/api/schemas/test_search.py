"""Tests of `webapp.api.schemas.search`."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webapp.api.as_described import described
from webapp.api.schemas.search import SEARCH_FIELDS


def test_every_member_may_be_asked_for_alone(client: FlaskClient) -> None:
    for field in SEARCH_FIELDS:
        results = described(client, f"search?q=brest&fields={field}")["results"]
        assert [list(result) for result in results] == [[field]] * len(results)
