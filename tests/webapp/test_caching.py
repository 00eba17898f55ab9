"""Validators, 304 and compression."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from flask import Flask, Response
from flask.testing import FlaskClient

from geodata.storage.data_dir import DataDir
from webapp.caching import IMMUTABLE, Caching, also_depends_on, not_to_be_kept
from webapp.snapshots.current_snapshot import SnapshotStore, attach_store, current

COMMUNES = "/api/v1/communes?departement=29"


def test_an_answer_of_the_api_carries_the_snapshot_and_the_software_as_a_strong_etag(
    client: FlaskClient, snapshot_id: str
):
    response = client.get(COMMUNES)
    assert re.fullmatch(rf'"{snapshot_id}-[0-9a-f]{{8}}"', response.headers["ETag"])
    assert response.headers["Carto-Snapshot"] == snapshot_id
    assert response.headers["Cache-Control"] == "no-cache"


def test_an_unchanged_answer_is_not_sent_again(client: FlaskClient):
    for headers in ({}, {"Accept-Encoding": "br"}, {"Accept-Encoding": "gzip"}):
        first = client.get(COMMUNES, headers=headers)
        again = client.get(COMMUNES, headers={**headers, "If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]


def test_another_validator_gets_the_whole_answer(client: FlaskClient):
    assert client.get(COMMUNES, headers={"If-None-Match": '"0000000000000000"'}).status_code == 200


def test_an_error_is_never_answered_304(client: FlaskClient, snapshot_id: str):
    response = client.get("/api/v1/communes/99999", headers={"If-None-Match": f'"{snapshot_id}"'})
    assert response.status_code == 404
    assert "ETag" not in response.headers


@pytest.mark.parametrize(
    ("accepted", "coding", "unpack"),
    [("gzip, br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress)],
)
def test_texts_are_compressed_with_an_etag_of_their_own(
    client: FlaskClient,
    accepted: str,
    coding: str,
    unpack: Callable[[bytes], bytes],
):
    plain = client.get(COMMUNES)
    packed = client.get(COMMUNES, headers={"Accept-Encoding": accepted})
    assert packed.headers["Content-Encoding"] == coding
    assert packed.headers["ETag"] == f'{plain.headers["ETag"][:-1]}-{coding}"'
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.data) < len(plain.data) / 2
    assert int(packed.headers["Content-Length"]) == len(packed.data)
    assert unpack(packed.data) == plain.data


def test_a_refused_coding_is_not_used(client: FlaskClient):
    response = client.get(COMMUNES, headers={"Accept-Encoding": "br;q=0, gzip;q=0"})
    assert "Content-Encoding" not in response.headers


def test_small_answers_are_left_alone(client: FlaskClient):
    response = client.get("/health", headers={"Accept-Encoding": "br"})
    assert "Content-Encoding" not in response.headers


def test_head_has_the_headers_of_get_and_no_body(client: FlaskClient):
    got, head = client.get(COMMUNES), client.head(COMMUNES)
    assert head.data == b""
    for name in ("ETag", "Content-Length", "Content-Type", "Cache-Control"):
        assert head.headers[name] == got.headers[name]


@pytest.fixture
def validator_of(snapshot_dir: Path) -> Callable[..., str]:
    """Return the ETag of the same answer under an edition, a media type and request headers."""

    def ask(edition: str, mimetype: str = "text/html", **headers: str) -> str:
        app = Flask(__name__)
        attach_store(app, SnapshotStore(DataDir(snapshot_dir)))
        app.after_request(Caching(edition).finish)
        app.add_url_rule("/", view_func=lambda: Response(current().id, mimetype=mimetype))
        return app.test_client().get("/", headers=headers).headers["ETag"]

    return ask


@pytest.mark.parametrize("mimetype", ["text/html", "application/json", "image/svg+xml"])
def test_whatever_code_made_depends_on_the_software_too(
    validator_of: Callable[..., str], snapshot_id: str, mimetype: str
):
    assert validator_of("one", mimetype) != validator_of("two", mimetype)
    assert validator_of("one", mimetype) == validator_of("one", mimetype)
    assert validator_of("one", mimetype).startswith(f'"{snapshot_id}-')


def test_an_api_answer_and_a_picture_are_sent_again_after_an_upgrade(
    client: FlaskClient, snapshot_id: str
):
    for path in (COMMUNES, "/departement/29/carte.svg"):
        response = client.get(path, headers={"If-None-Match": f'"{snapshot_id}"'})
        assert response.status_code == 200


def test_a_published_file_keeps_its_own_validator(client: FlaskClient, snapshot_id: str):
    response = client.get(f"/donnees/{snapshot_id}/communes.parquet")
    assert response.headers["ETag"] == f'"{snapshot_id}"'


def test_a_fragment_is_not_the_page(validator_of: Callable[..., str]):
    assert validator_of("one") != validator_of("one", **{"X-Fragment": "1"})


def test_an_etag_follows_what_else_the_answer_depends_on(
    app_on: Callable[[Path], Flask], snapshot_dir: Path
):
    app = app_on(snapshot_dir)
    facts: list[str] = []

    @app.get("/depends")
    def _depends() -> str:
        current()
        also_depends_on(*facts)
        return "same words"

    client = app.test_client()
    first = client.get("/depends").headers["ETag"]
    assert client.get("/depends").headers["ETag"] == first
    facts.append("another comparison")
    assert client.get("/depends").headers["ETag"] != first


def test_what_may_be_another_answer_next_time_is_kept_by_none(snapshot_dir: Path):
    app = Flask(__name__)

    @app.get("/in-a-hurry")
    def _in_a_hurry() -> str:
        current()
        not_to_be_kept()
        return "the best found in time " * 100

    attach_store(app, SnapshotStore(DataDir(snapshot_dir)))
    app.after_request(Caching("one").finish)
    for accepted in ("", "br"):
        answer = app.test_client().get("/in-a-hurry", headers={"Accept-Encoding": accepted})
        assert answer.headers["Cache-Control"] == "no-store"
        assert "ETag" not in answer.headers


def test_a_command_keeps_nothing():
    not_to_be_kept()


@pytest.mark.parametrize(
    ("query", "size", "is_best"),
    [
        ("", 100_000, True),
        ("?v=1", 100_000, True),
        ("?fibre_min=80", 100_000, False),
        ("", 600_000, False),
    ],
)
def test_only_what_many_visitors_get_is_packed_at_best(query: str, size: int, is_best: bool):
    """At best costs thirty times as much: nobody may ask for it again with another parameter."""
    text = "".join(f"{number * number} " for number in range(200_000))[:size]
    app = Flask(__name__)

    @app.get("/")
    def _text() -> Response:
        return Response(text, mimetype="text/plain", headers={"Cache-Control": IMMUTABLE})

    app.after_request(Caching("one").finish)
    packed = app.test_client().get(f"/{query}", headers={"Accept-Encoding": "br"}).data
    assert packed == brotli.compress(text.encode(), quality=11 if is_best else 9)
