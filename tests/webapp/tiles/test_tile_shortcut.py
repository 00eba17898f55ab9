"""The shortcut says what the application says: the same bytes under the same headers."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import mapbox_vector_tile
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

GZIP = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture
def fresh(app_on: Callable[[Path], Flask], snapshot_dir: Path) -> FlaskClient:
    """Return a client of an application that has opened no archive yet."""
    return app_on(snapshot_dir).test_client()


def headers_of(response: TestResponse) -> dict[str, str]:
    """Headers of an answer, but what names one request or one moment."""
    moment = ("X-Request-Id", "Date")
    return {key: value for key, value in response.headers.items() if key not in moment}


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_second_answer_is_that_of_the_first(fresh: FlaskClient, tile_path: str, method: str):
    first = fresh.open(tile_path, method=method, headers=GZIP)
    second = fresh.open(tile_path, method=method, headers=GZIP)
    assert first.status == second.status == "200 OK"
    assert first.data == second.data
    assert headers_of(first) == headers_of(second)
    assert second.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert second.headers["Content-Encoding"] == "gzip"


def test_the_second_answer_comes_without_the_application(
    app_on: Callable[[Path], Flask], snapshot_dir: Path, tile_path: str
):
    app = app_on(snapshot_dir)
    seen: list[str] = []
    app.before_request(lambda: seen.append("asked"))
    for _ in range(3):
        assert app.test_client().get(tile_path, headers=GZIP).status_code == 200
    assert seen == ["asked"]


@pytest.mark.parametrize(
    "asked", [{}, {"Accept-Encoding": "gzip;q=0"}, {"Accept-Encoding": "deflate"}]
)
def test_whoever_reads_no_coding_gets_the_tile_plain(
    client: FlaskClient, tile_path: str, asked: dict[str, str]
):
    packed = client.get(tile_path, headers=GZIP)
    plain = client.get(tile_path, headers=asked)
    assert "Content-Encoding" not in plain.headers
    assert plain.data == gzip.decompress(packed.data)
    assert plain.headers["ETag"] != packed.headers["ETag"]
    assert "communes" in mapbox_vector_tile.decode(plain.data)


def test_a_tile_that_is_held_is_not_sent_again(fresh: FlaskClient, tile_path: str):
    etag = fresh.get(tile_path, headers=GZIP).headers["ETag"]
    answers = [
        fresh.get(tile_path, headers={**GZIP, "If-None-Match": validator})
        for validator in (etag, f'W/{etag}, "autre"', '"autre"')
    ]
    assert [answer.status_code for answer in answers] == [304, 304, 200]
    assert answers[0].data == b""
    assert headers_of(answers[0]) == headers_of(answers[1])


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ("?x=1", 400),
        ("x", 404),
    ],
)
def test_an_address_written_otherwise_is_answered_by_the_application(
    client: FlaskClient, tile_path: str, change: str, status: int
):
    assert client.get(tile_path, headers=GZIP).status_code == 200
    response = client.get(tile_path + change, headers=GZIP)
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")


def test_nothing_is_written(client: FlaskClient, tile_path: str):
    assert client.post(tile_path, headers=GZIP).status_code == 405
    preflight = client.options(tile_path, headers={"Origin": "https://ailleurs.fr"})
    assert preflight.headers["Access-Control-Allow-Origin"] == "*"
