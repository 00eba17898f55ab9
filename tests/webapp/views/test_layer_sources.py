"""Tests of the sources of a layer, and of whom they credit."""

from __future__ import annotations

from webapp.views.layer_sources import credited, layer_sources

PRODUCERS = {
    "contours": "IGN, diffusion Etalab",
    "mairies": "DILA, diffusion Etalab",
    "fibre": "ARCEP",
    "france_services": "ANCT",
    "lieux": "ANCT et partenaires",
    "bilan_activite": "Territoire",
}
FACTS = {"sources": [{"id": name, "producer": one} for name, one in PRODUCERS.items()]}


def test_a_layer_credits_its_own_sources_alone():
    assert credited(layer_sources(FACTS, "lieux")) == ["ANCT", "ANCT et partenaires"]
    assert credited(layer_sources(FACTS, "fibre_history")) == ["ARCEP"]


def test_who_relays_is_named_once_and_nobody_in_place_of_a_name():
    names = credited(layer_sources(FACTS, "communes"))
    assert names == ["ANCT", "ANCT et partenaires", "ARCEP", "DILA", "IGN", "diffusion Etalab"]


def test_several_files_of_one_kind_are_of_one_layer():
    facts = {"sources": [{"id": "lieux-29", "reader": "lieux", "producer": "La MedNum"}]}
    assert credited(layer_sources(facts, "lieux")) == ["La MedNum"]
    assert layer_sources(facts, "fibre_history") == ()
