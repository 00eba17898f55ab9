"""The collections of a snapshot: those that hold a feature, opened once."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp.errors import UnknownResourceError
from webapp.ogc.features.collections import COLLECTIONS, feature_tables, published_table
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def test_an_empty_collection_is_not_published(app: Flask, loaded: LoadedSnapshot):
    with app.app_context():
        assert feature_tables(loaded).keys() == COLLECTIONS.keys() - {"regions"}
        with pytest.raises(UnknownResourceError, match="il y a communes, epci"):
            published_table(loaded, "regions")


def test_collections_are_opened_once(app: Flask, loaded: LoadedSnapshot):
    with app.app_context():
        assert published_table(loaded, "lieux") is published_table(loaded, "lieux")


def test_what_a_page_shows_is_published(app: Flask, loaded: LoadedSnapshot):
    with app.app_context():
        for name, table in feature_tables(loaded).items():
            assert set(COLLECTIONS[name].shown) <= table.fields.keys()
            assert COLLECTIONS[name].moments in (None, *table.fields)
