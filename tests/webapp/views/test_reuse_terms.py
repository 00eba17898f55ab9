"""Tests of `webapp.views.reuse_terms`: no licence is invented, none is left unsaid."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from tests.webapp.sample import FACTS
from webapp.views.reuse_terms import is_open, reuse_terms, terms_of_figures

OPEN = {"title": "Fibre", "producer": "ARCEP", "licence": "Licence Ouverte 1.0"}
LOCAL = {"title": "Bilan", "producer": "Territoire", "licence": "Au choix du territoire"}


def test_versions_of_the_open_licence_are_reused_under_the_last() -> None:
    said = reuse_terms([OPEN, {**OPEN, "licence": "Licence Ouverte"}])
    assert "Licence Ouverte 2.0" in said
    assert "libre" in said


@pytest.mark.parametrize(
    "licence", ["Licence à confirmer", "Licence Ouverte, fichier à ne pas redistribuer", ""]
)
def test_no_other_licence_is_taken_for_the_open_one(licence: str) -> None:
    assert not is_open([OPEN, {**OPEN, "licence": licence}])


def test_sources_that_leave_it_open_are_named() -> None:
    said = reuse_terms([OPEN, LOCAL])
    assert "Bilan" in said
    assert "Fibre" not in said
    assert "2.0" not in said
    assert "Au choix du territoire" in reuse_terms([LOCAL])


def test_nothing_is_promised_without_a_source() -> None:
    assert "rien ne dit" in reuse_terms([])


@pytest.mark.parametrize("address", ["/donnees", "/api", "/mentions-legales"])
def test_the_pages_that_tell_the_licence_say_the_same(client: FlaskClient, address: str) -> None:
    terms = terms_of_figures(FACTS)
    assert f"<strong>Chiffres calculés.</strong> {escape(terms)}" in client.get(address).text


def test_figures_come_from_every_source_that_a_layer_takes() -> None:
    assert "Fibre" in terms_of_figures({"sources": [{**OPEN, "id": "fibre", "licence": "Privée"}]})
    told_apart = {**LOCAL, "id": "bilan_activite"}
    assert "Bilan" not in terms_of_figures({"sources": [{**OPEN, "id": "fibre"}, told_apart]})
