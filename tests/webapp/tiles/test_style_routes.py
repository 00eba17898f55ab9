"""Tests of `/styles`: one per layer and indicator, in the words and colours of the viewer."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from carto.drawing.indicators.classification import indicators_for


@pytest.mark.parametrize("indicator", ["verdict", "fibre", "temps", "besoin", "solidite"])
def test_the_legend_is_that_of_the_viewer(client: FlaskClient, facts: Any, indicator: str):
    style = client.get(f"/styles/communes/{indicator}.json").get_json()
    shown = indicators_for(facts)[indicator]
    legend = [(line["libelle"], line["couleur"]) for line in style["metadata"]["carto:legende"]]
    assert legend[:-1] == [(class_.label, class_.colour) for class_ in shown.classes]
    assert legend[-1][0] == shown.missing_label
    assert style["metadata"]["carto:sources"] == shown.definition.credit


def test_without_an_indicator_the_style_is_that_of_the_first(client: FlaskClient):
    assert client.get("/styles/communes.json").data == (
        client.get("/styles/communes/verdict.json").data
    )


def test_a_style_leads_to_this_host_alone(client: FlaskClient):
    style = client.get("/styles/lieux.json", base_url="https://carte.exemple.fr").get_json()
    assert style["sources"]["lieux"]["url"] == "https://carte.exemple.fr/tuiles/lieux.json"
    assert "glyphs" not in style
    assert "sprite" not in style


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("communes/autre.json", 404),
        ("communes/evolution.json", 404),
        ("lieux/fibre.json", 404),
        ("epci.json", 404),
        ("autre.json", 404),
        ("communes.json?ind=fibre", 400),
    ],
)
def test_what_does_not_exist_is_said(client: FlaskClient, path: str, status: int):
    response = client.get(f"/styles/{path}")
    assert (response.status_code, response.mimetype) == (status, "application/problem+json")
