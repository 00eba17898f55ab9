"""Validators, 304 and compression."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import brotli
import pytest
from flask import Flask, Response
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from geodata.evolutions import store_evolution
from geodata.storage.data_dir import DataDir
from tests.webapp.published import publish
from tests.webapp.sample import FACTS
from tests.webapp.sample_evolution import evolution
from webapp.caching import Caching, also_depends_on, not_to_be_kept
from webapp.snapshots.current_snapshot import SnapshotStore, attach_store, current


def nothing_else(_snapshot_id: str) -> tuple[str, ...]:
    """Say that answers depend on the snapshot and the software alone."""
    return ()


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
        Caching(edition, nothing_else).register(app)
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
    assert asked_again(client, "/depends", first).status_code == 200


def test_what_may_be_another_answer_next_time_is_kept_by_none(snapshot_dir: Path):
    app = Flask(__name__)

    @app.get("/in-a-hurry")
    def _in_a_hurry() -> str:
        current()
        not_to_be_kept()
        return "the best found in time " * 100

    attach_store(app, SnapshotStore(DataDir(snapshot_dir)))
    Caching("one", nothing_else).register(app)
    for accepted in ("", "br"):
        answer = app.test_client().get("/in-a-hurry", headers={"Accept-Encoding": accepted})
        assert answer.headers["Cache-Control"] == "no-store"
        assert "ETag" not in answer.headers


def test_a_command_keeps_nothing():
    not_to_be_kept()


PAGES = ("/", "/departement/29", "/commune/29001?fibre_min=90", "/evolutions", "/methode", COMMUNES)
CHANGES = {
    "a publication": lambda data: publish(data, method={**FACTS["method"], "version": "9.9.9"}),
    "a comparison": lambda data: store_evolution(
        DataDir(data), evolution(DataDir(data).latest_ids()[0])
    ),
    "a warning": lambda data: (data / "latest").write_text(
        f"{'f' * 16}\n{DataDir(data).latest_ids()[0]}\n"
    ),
}


def asked_again(client: FlaskClient, path: str, etag: str, **headers: str) -> TestResponse:
    """Ask for a page that one holds under a validator."""
    return client.get(path, headers={"If-None-Match": etag, **headers})


@pytest.mark.parametrize("path", PAGES)
def test_who_holds_an_answer_is_told_so_before_it_is_made(app: Flask, path: str):
    client = app.test_client()
    endpoint = app.test_request_context(path).request.endpoint
    for headers in ({}, {"Accept-Encoding": "gzip"}, {"X-Fragment": "1"}):
        full = client.get(path, headers=headers)
        with patch.dict(app.view_functions, {str(endpoint): _never}):
            told = asked_again(client, path, full.headers["ETag"], **headers)
            weakened = asked_again(client, path, f"W/{full.headers['ETag']}", **headers)
        for answer in (told, weakened):
            assert (answer.status_code, answer.data) == (304, b"")
            for name in ("ETag", "Cache-Control", "Carto-Snapshot", "Content-Security-Policy"):
                assert answer.headers[name] == full.headers[name]
            assert set(full.vary) <= set(answer.vary)


def _never(**_: str) -> str:
    raise AssertionError("made again")


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("path", PAGES)
def test_who_is_told_that_nothing_changed_holds_what_would_be_answered(
    app_on: Callable[[Path], Flask], own_snapshot_dir: Path, path: str, change: str
):
    client = app_on(own_snapshot_dir).test_client()
    before = client.get(path)
    CHANGES[change](own_snapshot_dir)
    now = client.get(path)
    told = asked_again(client, path, before.headers["ETag"])
    assert told.data == (b"" if told.status_code == 304 else now.data)
    assert told.status_code == 200 or now.data == before.data
    assert asked_again(client, path, now.headers["ETag"]).status_code == 304


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_an_address_written_in_a_page_is_part_of_its_validator(client: FlaskClient, host: str):
    page = client.get("/departement/29", headers={"Host": "carte.exemple.fr"})
    there = asked_again(client, "/departement/29", page.headers["ETag"], Host=host)
    assert there.status_code == 200
    assert f"http://{host}/oembed" in there.text


def test_a_validator_is_of_one_address_only(client: FlaskClient):
    etag = client.get("/commune/29001").headers["ETag"]
    for path, status in (("/commune/29002", 404), ("/commune/29042", 200), ("/absente", 404)):
        assert asked_again(client, path, etag).status_code == status
    assert asked_again(client, "/commune/29001?sel=1", etag).status_code == 200


def test_any_validator_is_compared_with_the_answer_once_it_is_made(client: FlaskClient):
    assert asked_again(client, "/commune/29001", "*").status_code == 304
    assert asked_again(client, "/commune/29002", "*").status_code == 404


@pytest.mark.parametrize("more", [(), ("a fact",)], ids=["foreseen", "depends on more"])
def test_what_changes_while_an_answer_is_made_leaves_it_the_validator_of_before(
    app_on: Callable[[Path], Flask], own_snapshot_dir: Path, snapshot_id: str, more: tuple[str, ...]
):
    app = app_on(own_snapshot_dir)

    @app.get("/slow")
    def _slow() -> str:
        current()
        if more:
            also_depends_on(*more)
        (own_snapshot_dir / "changes").mkdir(exist_ok=True)
        (own_snapshot_dir / "changes" / f"{'0' * 16}-{snapshot_id}.json").write_text("{}")
        return "made before the comparison was kept"

    client = app.test_client()
    assert asked_again(client, "/slow", client.get("/slow").headers["ETag"]).status_code == 200
    assert asked_again(client, "/slow", client.get("/slow").headers["ETag"]).status_code == 304
