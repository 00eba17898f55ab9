"""Tests of the validators of tiles: one per snapshot and coding; and of their bytes."""

from __future__ import annotations

import gzip

import brotli
import pytest
from flask.testing import FlaskClient

from webapp.tiles.tile_answers import BROTLI, GZIP, tile_etag


def test_each_snapshot_and_coding_has_its_own_validator():
    validators = {
        tile_etag(name, coding) for name in ("1a", "2b") for coding in (GZIP, BROTLI, None)
    }
    assert len(validators) == 6


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", GZIP),
        ("br, gzip;q=0", BROTLI),
        ("br", BROTLI),
        ("gzip;q=0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_a_tile_is_the_same_in_every_coding(
    client: FlaskClient, snapshot_id: str, accepted: str, coding: str | None
):
    address = f"/tuiles/{snapshot_id}/communes/6/31/22.mvt"
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    answer = client.get(address, headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == coding
    read = {GZIP: gzip.decompress, BROTLI: brotli.decompress, None: bytes}[coding]
    assert read(answer.data) == plain.data != b""
    held = {"Accept-Encoding": accepted, "If-None-Match": answer.headers["ETag"]}
    assert client.get(address, headers=held).status_code == 304
