"""Tests of the archives held open: one per layer, those of the last snapshots."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp.errors import UnknownResourceError
from webapp.tiles.tile_archives import (
    TileArchives,
    current_archive,
    published_layers,
)


def test_an_archive_is_opened_once(app: Flask, snapshot_id: str):
    archives = TileArchives()
    with app.test_request_context():
        assert archives.held(snapshot_id, "communes") is None
        first = archives.of(snapshot_id, "communes")
        assert archives.of(snapshot_id, "communes") is first
    assert archives.held(snapshot_id, "communes") is first


def test_the_layers_of_a_snapshot_are_those_it_publishes(app: Flask, snapshot_id: str):
    with app.test_request_context():
        assert published_layers() == ["communes", "lieux"]
        assert current_archive("lieux").snapshot_id == snapshot_id


@pytest.mark.parametrize("layer", ["../../etc", "regions"])
def test_a_layer_that_there_is_not_is_refused(app: Flask, layer: str):
    with (
        app.test_request_context(),
        pytest.raises(UnknownResourceError, match="communes, lieux"),
    ):
        current_archive(layer)
