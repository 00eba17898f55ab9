"""Tests of `webapp.catalogue.layers`."""

from __future__ import annotations

from dataclasses import replace

from carto.layers import LAYERS
from webapp.catalogue.layers import published_layers
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.provenance import reader_of


def test_layers_that_hold_nothing_are_not_offered(snapshot: LoadedSnapshot) -> None:
    found = [one.layer.name for one in published_layers(snapshot)]
    assert "communes" in found
    assert "lieux" in found
    assert "regions" not in found, "the sample has no whole région"
    assert set(found) <= LAYERS.keys()


def test_a_layer_is_dated_by_its_own_sources(snapshot: LoadedSnapshot) -> None:
    layers = {one.layer.name: one for one in published_layers(snapshot)}
    fibre = layers["fibre_history"]
    assert {reader_of(source) for source in fibre.sources} <= {"fibre", "fibre_history"}
    assert layers["communes"].first_date <= fibre.first_date
    assert fibre.last_date <= layers["communes"].last_date
    assert fibre.period


def test_a_layer_is_open_when_all_its_sources_are(snapshot: LoadedSnapshot) -> None:
    one = published_layers(snapshot)[0]
    source = one.sources[0]
    said = ({**source, "licence": "Licence Ouverte 2.0"},)
    assert replace(one, sources=said).is_open
    assert not replace(one, sources=(*said, {**source, "licence": "À confirmer"})).is_open
    assert not replace(one, sources=()).is_open
