"""What the address of a scenario is read as: what cannot be used is said, and keeps its default."""

from __future__ import annotations

import pytest
from flask import Flask

from carto.planning.scenarios.scenario import Where
from webapp.scenarios.asked_page import asked_page
from webapp.scenarios.scenario_territory import Perimeter

FINISTERE = Perimeter("departement", "29")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ind=fibre", "n'est pas de cette page"),
        ("temps_max=abc", "le seuil publié est gardé"),
        ("inconnu=1", "inconnu"),
        ("ajout=29001:0", "n'est pas compris"),
    ],
)
def test_what_cannot_be_used_is_said(app: Flask, query: str, said: str) -> None:
    with app.test_request_context(f"/scenario?{query}"):
        asked = asked_page(FINISTERE)
    assert any(said in notice for notice in asked.notices)
    assert asked.page.indicator == "temps"
    assert asked.page.scenario.is_empty


def test_a_chosen_point_is_given_its_commune(app: Flask) -> None:
    with app.test_request_context("/scenario?ajout=-4.32,48.25:3.5"):
        asked = asked_page(FINISTERE)
    assert asked.notices == ()
    assert asked.page.scenario.additions[0].where == Where(lon_lat=(-4.32, 48.25))
    assert asked.surface.names.where(Where(lon_lat=(-4.32, 48.25))).startswith("à Argol (48,25")
