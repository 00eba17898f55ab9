"""What every answer has."""

from __future__ import annotations

from flask.testing import FlaskClient

from webapp.api.description.answers import (
    HEADERS,
    PROBLEMS,
    described_headers,
    described_problems,
    refusals,
)


def test_every_reference_is_to_something_told() -> None:
    told, asked = described_problems(), refusals([*PROBLEMS, 301])
    assert {one["$ref"].rpartition("/")[2] for one in asked.values()} == set(told)
    assert list(asked) == sorted(asked, key=int)
    assert list(described_headers()) == list(HEADERS)


def test_the_headers_told_are_sent(client: FlaskClient) -> None:
    answer = client.get("/api/v1/communes/29001")
    assert {"Carto-Snapshot", "ETag", "Cache-Control"} <= set(answer.headers.keys())
