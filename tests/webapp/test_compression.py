"""Compression: how much of the time of an answer it may take."""

from __future__ import annotations

from pathlib import Path

import brotli
import pytest
from flask import Flask, Response

from geodata.storage.data_dir import DataDir
from webapp.caching import IMMUTABLE, Caching
from webapp.compression import accepted_coding, accepted_codings
from webapp.snapshots.current_snapshot import SnapshotStore, attach_store


@pytest.mark.parametrize(
    ("accepted", "codings"),
    [
        ("gzip, br", ("br", "gzip")),
        ("gzip", ("gzip",)),
        ("br;q=0, gzip;q=0.1", ("gzip",)),
        ("*", ("br", "gzip")),
        ("identity", ()),
        ("", ()),
    ],
)
def test_the_best_coding_is_the_first_that_the_client_accepts(
    accepted: str, codings: tuple[str, ...]
):
    with Flask(__name__).test_request_context(headers={"Accept-Encoding": accepted}):
        assert accepted_codings() == codings
        assert accepted_coding() == (codings[0] if codings else None)


@pytest.mark.parametrize(
    ("query", "size", "is_best"),
    [
        ("", 100_000, True),
        ("?v=1", 100_000, True),
        ("?fibre_min=80", 100_000, False),
        ("", 600_000, False),
    ],
)
def test_only_what_many_visitors_get_is_packed_at_best(
    query: str, size: int, is_best: bool, snapshot_dir: Path
):
    """At best costs thirty times as much: nobody may ask for it again with another parameter."""
    text = "".join(f"{number * number} " for number in range(200_000))[:size]
    app = Flask(__name__)

    @app.get("/")
    def _text() -> Response:
        return Response(text, mimetype="text/plain", headers={"Cache-Control": IMMUTABLE})

    attach_store(app, SnapshotStore(DataDir(snapshot_dir)))
    Caching("one", lambda _: ()).register(app)
    packed = app.test_client().get(f"/{query}", headers={"Accept-Encoding": "br"}).data
    assert packed == brotli.compress(text.encode(), quality=11 if is_best else 9)
