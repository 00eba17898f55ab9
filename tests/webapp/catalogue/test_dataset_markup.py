"""Tests of `webapp.catalogue.dataset_markup`."""

from __future__ import annotations

from dataclasses import replace

from flask import Flask

from webapp.catalogue.dataset_markup import dataset_markup
from webapp.catalogue.layers import published_layers
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def test_a_dataset_says_where_when_and_from_what(app: Flask, snapshot: LoadedSnapshot) -> None:
    layers = published_layers(snapshot)
    with app.test_request_context():
        markup = dataset_markup(snapshot, layers, "https://a.fr")
    first, last = markup["temporalCoverage"].split("/")
    assert first <= last
    assert markup["spatialCoverage"]["geo"]["@type"] == "GeoShape"
    assert len(markup["isBasedOn"]) == len(snapshot.facts["sources"])
    assert len(markup["distribution"]) == sum(len(one.table.files) for one in layers)


def test_a_licence_is_said_only_when_it_is_that_of_all_sources(
    app: Flask, snapshot: LoadedSnapshot
) -> None:
    opened, closed = ({"licence": one} for one in ("Licence Ouverte 2.0", "À confirmer"))
    layers = published_layers(snapshot)
    for sources, is_said in ((opened,), True), ((opened, closed), False):
        dated = tuple({"date": "2026-01-01", **one} for one in sources)
        told = [replace(layers[0], sources=dated[:1]), replace(layers[1], sources=dated)]
        with app.test_request_context():
            assert ("license" in dataset_markup(snapshot, told, "https://a.fr")) == is_said
