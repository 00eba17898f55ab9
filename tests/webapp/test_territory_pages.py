"""The pages of the wide territories and of those made by hand, on the sample as a whole country."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.published import publish

FRONT = Path(__file__).parents[2] / "webapp" / "front"
NBSP = "\u00a0"


@pytest.fixture(scope="module")
def country(
    tmp_path_factory: pytest.TempPathFactory, app_on: Callable[[Path], Flask]
) -> FlaskClient:
    """Return a client of the sample that passes for the whole of France."""
    folder = tmp_path_factory.mktemp("country")
    publish(folder, is_country=True)
    return app_on(folder).test_client()


@pytest.mark.parametrize(
    ("path", "unit", "steps"),
    [
        ("/france", "departement", []),
        ("/region/53", "epci", ["/france"]),
        ("/departement/29", "commune", ["/france", "/region/53"]),
        ("/epci/200066868", "commune", ["/france", "/region/53", "/departement/29"]),
    ],
)
def test_each_level_has_its_usual_map_and_the_way_up(
    country: FlaskClient, path: str, unit: str, steps: list[str]
) -> None:
    page = country.get(path).text
    assert f'data-unite="{unit}"' in page
    trail = page[page.index('class="fil"') : page.index("</nav>", page.index('class="fil"'))]
    assert [piece.split('"')[0] for piece in trail.split('href="')[1:]] == steps


@pytest.mark.parametrize(
    ("path", "tables"),
    [
        ("/france", ["Régions", "Départements"]),
        ("/region/53", ["Départements", "Intercommunalités"]),
        ("/departement/29", ["Intercommunalités"]),
        ("/epci/200066868", []),
    ],
)
def test_a_territory_lists_what_it_is_made_of(
    country: FlaskClient, path: str, tables: list[str]
) -> None:
    page = country.get(path).text
    ids = {"Régions": "region", "Départements": "departement", "Intercommunalités": "epci"}
    found = [label for label, key in ids.items() if f'<h2 id="{key}-titre">{label}</h2>' in page]
    assert found == tables


@pytest.mark.parametrize("path", ["/france", "/region/53", "/departement/29"])
def test_a_map_is_read_by_other_units_and_its_links_follow(country: FlaskClient, path: str) -> None:
    page = country.get(f"{path}?ind=fibre&maille=epci").text
    assert 'data-unite="epci"' in page
    assert 'href="/epci/200066868?ind=fibre" tabindex="-1"' in page
    assert "/epci.topojson" in page
    assert "data-lieux" not in page


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/france?maille=commune", "ne se lit pas par commune"),
        ("/epci/200066868?maille=epci", "ne se lit pas par intercommunalité"),
        ("/region/53?maille=canton", "n'est pas"),
        ("/region/53?ind=typologie", "se lit par commune"),
        ("/region/53?ind=inconnu", "n'existe pas"),
        ("/region/53?sel=29042", "29042"),
    ],
)
def test_what_a_map_cannot_show_is_said(country: FlaskClient, path: str, said: str) -> None:
    page = country.get(path)
    assert page.status_code == 200
    notices = page.text[page.text.index('class="avis"') :].split("</div>")[0]
    assert said in notices.replace("&#39;", "'").replace(NBSP, " ")


def test_a_unit_chosen_on_the_map_has_a_panel_and_a_way_to_its_page(country: FlaskClient) -> None:
    page = country.get("/region/53?sel=200066868&ind=fibre").text
    assert 'class="bouton" href="/epci/200066868?ind=fibre"' in page
    panel = country.get("/epci/200066868?ind=fibre", headers={"X-Fragment": "1"}).text
    assert panel.lstrip().startswith("<h2>")
    assert 'href="/epci/200066868?ind=fibre"' in panel
    assert "<html" not in panel


def test_the_filter_of_a_class_keeps_the_parts_of_that_class(country: FlaskClient) -> None:
    rows = {
        key: country.get(f"/region/53?classe={key}").text.count('<th scope="row"><a href="/epci/')
        for key in ("0", "1", "2", "3", "4", "absente")
    }
    every = country.get("/region/53").text.count('<th scope="row"><a href="/epci/')
    assert sum(rows.values()) == every
    assert max(rows.values()) < every


def test_france_alone_flies_overseas(country: FlaskClient) -> None:
    page = country.get("/france").text
    assert page.count('<button type="button" data-bbox=') == 6
    assert ">Métropole</button>" in page
    assert 'id="vues"' not in country.get("/region/53").text


@pytest.mark.parametrize("path", ["/france", "/region/53", "/region/99", "/ept/200057867"])
def test_a_snapshot_of_a_departement_has_no_page_above_it(client: FlaskClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 404
    assert "Finistère" in page.text


def test_a_breadcrumb_names_what_is_not_published_without_a_link(client: FlaskClient) -> None:
    page = client.get("/departement/29").text
    assert '<a href="/france">' not in page
    assert "<li>Bretagne</li>" in page


@pytest.mark.parametrize(
    "path", ["/france/carte.svg", "/region/53/carte.svg?maille=departement&ind=besoin"]
)
def test_the_file_of_a_map_names_its_unit(country: FlaskClient, path: str) -> None:
    drawing = country.get(path)
    assert drawing.mimetype == "image/svg+xml"
    assert "par département" in drawing.text


def test_an_indicator_says_its_finding_under_its_definition(country: FlaskClient) -> None:
    page = country.get("/departement/29?ind=fibre").text
    definition = page[page.index('id="definition"') :].partition("</div>")[0]
    assert re.search(r"<p><strong>[^<]*Valeurs extrêmes", definition)
    assert '<meta name="description" content="Finistère, Fibre' in page
    verdict = country.get("/departement/29").text
    assert "<strong>" not in verdict[verdict.index('id="definition"') :].partition("</div>")[0]


def test_what_can_be_done_stands_in_three_lists_under_the_rule(client: FlaskClient) -> None:
    text = client.get("/departement/29?temps_max=15").text
    tools = text[text.index('<nav class="a-faire"') :].partition("</nav>")[0]
    assert tools.count("<ul aria-labelledby=") == 3
    assert "/planifier?territoire=departement-29&amp;temps_max=15" in tools
    assert "/scenario?territoire=departement-29&amp;temps_max=15" in tools
    # A change of indicator replaces the lists, whose links carry it.
    assert "'.vue > .a-faire'" in (FRONT / "page.mjs").read_text()
