"""Ranges of bytes: what PMTiles and GeoParquet readers ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.webapp.sample_tiles import sample_tiles
from webapp.byte_ranges import file_answer

CONTENT = bytes(range(256)) * 3000
SIZE = len(CONTENT)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    path: Path = tmp_path_factory.mktemp("ranges") / "file.bin"
    path.write_bytes(CONTENT)
    app = Flask(__name__)

    @app.get("/file")
    def file() -> Response:
        return file_answer(path, "application/octet-stream", "v1")

    return app.test_client()


def test_without_a_range_the_whole_file_is_sent(reader: FlaskClient):
    response = reader.get("/file")
    assert (response.status_code, response.data) == (200, CONTENT)
    assert response.headers["Accept-Ranges"] == "bytes"
    assert response.headers["ETag"] == '"v1"'
    assert "Content-Range" not in response.headers


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-", 0, SIZE),
        ("bytes=100-199", 100, 200),
        ("bytes=-5", SIZE - 5, SIZE),
        (f"bytes={SIZE - 1}-{SIZE + 99}", SIZE - 1, SIZE),
    ],
)
def test_one_range_is_sent_alone(reader: FlaskClient, asked: str, start: int, stop: int):
    response = reader.get("/file", headers={"Range": asked})
    assert (response.status_code, response.data) == (206, CONTENT[start:stop])
    assert response.headers["Content-Range"] == f"bytes {start}-{stop - 1}/{SIZE}"
    assert int(response.headers["Content-Length"]) == stop - start


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(0, SIZE - 1), length=st.integers(1, 400_000))
def test_any_range_is_that_part_of_the_file(reader: FlaskClient, start: int, length: int):
    response = reader.get("/file", headers={"Range": f"bytes={start}-{start + length - 1}"})
    assert response.data == CONTENT[start : start + length]


def test_a_range_beyond_the_end_is_refused_with_the_size(reader: FlaskClient):
    response = reader.get("/file", headers={"Range": f"bytes={SIZE}-"})
    assert response.status_code == 416
    assert response.headers["Content-Range"] == f"bytes */{SIZE}"


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "bytes=5-1", "bytes=x-y", "lines=0-1", ""])
def test_what_is_not_one_range_gets_the_whole_file(reader: FlaskClient, asked: str):
    response = reader.get("/file", headers={"Range": asked})
    assert (response.status_code, len(response.data)) == (200, SIZE)


@pytest.mark.parametrize(("validator", "status"), [('"v1"', 206), ('"v0"', 200), ('W/"v1"', 200)])
def test_a_range_of_another_version_gets_the_whole_file(
    reader: FlaskClient, validator: str, status: int
):
    response = reader.get("/file", headers={"Range": "bytes=0-1", "If-Range": validator})
    assert response.status_code == status


def test_the_service_answers_ranges_of_tiles(client: FlaskClient, snapshot_id: str):
    whole = sample_tiles()["communes"]
    path = f"/donnees/{snapshot_id}/tiles/communes.pmtiles"
    part = client.get(path, headers={"Range": "bytes=256-258"})
    assert (part.status_code, part.data) == (206, whole[256:259])
    beyond = client.get(path, headers={"Range": "bytes=999999-"})
    assert (beyond.status_code, beyond.mimetype) == (416, "application/problem+json")
    assert beyond.headers["Content-Range"] == f"bytes */{len(whole)}"
    held = client.get(path, headers={"Range": "bytes=0-1", "If-None-Match": f'"{snapshot_id}"'})
    assert held.status_code == 304
