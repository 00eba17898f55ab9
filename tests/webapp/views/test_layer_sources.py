"""Tests of the sources of a layer, and of whom they credit."""

from __future__ import annotations

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from carto.assessment import assess
from carto.layers import LAYERS, Layer
from geodata.source_settings import READER_IDS
from tests.carto.test_local_matches import reports
from tests.mini_france.communes import POHER
from tests.mini_france.tables import question, tables
from webapp.catalogue.column_origin import readers_of
from webapp.views.layer_sources import BESIDE, OF_COMMUNES, credited, layer_sources
from webapp.views.reuse_terms import is_open

PRODUCERS = {
    "contours": "IGN, diffusion Etalab",
    "mairies": "DILA, diffusion Etalab",
    "fibre": "ARCEP",
    "france_services": "ANCT",
    "lieux": "ANCT et partenaires",
    "bilan_activite": "Territoire",
}
FACTS = {"sources": [{"id": name, "producer": one} for name, one in PRODUCERS.items()]}


def test_a_layer_credits_its_own_sources_alone() -> None:
    assert credited(layer_sources(FACTS, "lieux")) == ["ANCT", "ANCT et partenaires"]
    assert credited(layer_sources(FACTS, "fibre_history")) == ["ARCEP"]


def test_who_relays_is_named_once_and_nobody_in_place_of_a_name() -> None:
    names = credited(layer_sources(FACTS, "communes"))
    assert names == ["ANCT", "ANCT et partenaires", "ARCEP", "DILA", "IGN", "diffusion Etalab"]


def test_several_files_of_one_kind_are_of_one_layer() -> None:
    facts = {"sources": [{"id": "lieux-29", "reader": "lieux", "producer": "La MedNum"}]}
    assert credited(layer_sources(facts, "lieux")) == ["La MedNum"]
    assert layer_sources(facts, "fibre_history") == ()


LOCAL = {"licence": "Fichier local, au choix de son territoire"}
OPENING = {"code_insee": "29024", "date": "2027-01-04", "nom": "Permanence", "type": "permanence"}
LABEL = {"lieu": "29024", "id": None, "nom": "Maison", "code_insee": "29024", "label": "Label"}
TOLD_BESIDE = {
    "bilan_activite": reports(POHER, "29"),
    "labels_lieux": pd.DataFrame([LABEL | {"date": None, "source": "labels_lieux"}]),
    "ouvertures_prevues": pd.DataFrame([OPENING | {"heures_semaine": 3.0}]),
}
DENSITY = pd.DataFrame({"code_insee": ["29024", "29155"], "densite_classe": ["5", "7"]})
COUNTS = ("repondants", "en_difficulte", "sans_equipement", "sans_connexion")
SURVEY = pd.DataFrame([{"code_insee": "29024", **dict.fromkeys(COUNTS, 40)}]).astype(
    dict.fromkeys(COUNTS, "Int64")
)


def test_what_is_told_beside_a_layer_is_no_source_of_it_nor_of_its_licence() -> None:
    sources = [{"id": one, "licence": "Licence Ouverte 2.0"} for one in ("contours", "fibre")]
    facts = {"sources": [*sources, *({"id": one, **LOCAL} for one in BESIDE)]}
    for layer in ("communes", "departements"):
        assert layer_sources(facts, layer) == tuple(sources)
        assert is_open(layer_sources(facts, layer))


def test_what_communes_alone_tell_is_no_source_of_wider_territories() -> None:
    facts = {"sources": [{"id": one} for one in READER_IDS]}
    read = {name: {one["id"] for one in layer_sources(facts, name)} for name in LAYERS}
    assert read["communes"] == set(READER_IDS) - set(BESIDE)
    assert read["communes"] - read["regions"] == set(OF_COMMUNES)


@pytest.mark.parametrize("layer", LAYERS.values(), ids=list(LAYERS))
def test_a_layer_has_the_sources_that_its_columns_are_received_from(layer: Layer) -> None:
    facts = {"sources": [{"id": one} for one in READER_IDS]}
    read = {one["id"] for one in layer_sources(facts, layer.name)}
    for column in layer.contract.names:
        received = {*readers_of(layer.table, column)} - {"cog", "contours"}
        assert received <= read, column


def test_no_value_of_a_layer_comes_from_what_is_told_beside_it() -> None:
    """Computed with and without: the layers are the same, the tables beside them are not."""
    without, given = assess(tables(), question()), assess(tables() | TOLD_BESIDE, question())
    for layer in LAYERS.values():
        assert_frame_equal(given.tables[layer.table], without.tables[layer.table])
    assert not given.complements["activity_reports"].empty
    assert not given.complements["planned_openings"].empty


def test_no_value_of_a_wider_territory_comes_from_what_communes_alone_tell() -> None:
    told = tables() | {"grille_densite": DENSITY, "enquete": SURVEY}
    without, given = assess(tables("frr", "ept"), question()), assess(told, question())
    assert not given.communes.equals(without.communes)
    for name in ("epci", "departement", "region"):
        assert_frame_equal(given.tables[name], without.tables[name])
