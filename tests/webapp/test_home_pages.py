"""Tests of `webapp.home_pages`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.published import publish
from webapp import create_app
from webapp.house.site_settings import SiteSettings
from webapp.settings import WebSettings


@pytest.fixture(scope="module")
def france(
    tmp_path_factory: pytest.TempPathFactory, app_on: Callable[[Path], Flask]
) -> FlaskClient:
    """Return a client of a snapshot that has the map of France."""
    folder = tmp_path_factory.mktemp("france")
    publish(folder, is_country=True)
    return app_on(folder).test_client()


@pytest.fixture
def home_of(snapshot_dir: Path, static_dir: Path) -> Callable[[tuple[str, str]], str]:
    """Give the home page of a site whose settings name a territory."""

    def page(accueil: tuple[str, str]) -> str:
        site = SiteSettings(accueil=accueil)
        settings = WebSettings(data_dir=snapshot_dir, static_dir=static_dir, site=site)
        return create_app(settings).test_client().get("/").text

    return page


def test_before_the_first_build_a_page_says_what_to_run(
    app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    response = app_on(tmp_path).test_client().get("/")
    assert response.status_code == 503
    assert "carto build --demo" in response.get_data(as_text=True)


def test_the_search_comes_first_and_is_the_only_one(client: FlaskClient) -> None:
    page = client.get("/").text
    assert page.count('role="search"') == 1
    assert page.index("<h1>") < page.index('id="recherche"') < page.index('id="carte-titre"')


def test_there_are_two_ways_in(client: FlaskClient) -> None:
    page = client.get("/?ind=fibre").text
    assert '<a href="/recherche?type=commune">Je cherche de l\'aide près de chez moi</a>' in page
    assert '<a href="/territoires?ind=fibre">Je pilote un territoire</a>' in page


def test_the_first_territory_has_its_map_its_date_and_its_page(client: FlaskClient) -> None:
    page = client.get("/").text
    assert '<h2 id="carte-titre">Dans le Finistère, 3 communes' in page
    assert "30 juin 2026" in page
    assert 'href="/departement/29">Ouvrir la carte' in page
    assert "carte.mjs" not in page


def test_the_whole_of_france_has_the_map_of_its_departements(france: FlaskClient) -> None:
    page = france.get("/").text
    assert '<h2 id="carte-titre">' in page
    assert '<a href="/departement/29" tabindex="-1"><path' in page
    assert 'href="/france">Ouvrir la carte' in page


def test_what_the_address_gets_wrong_is_said(france: FlaskClient) -> None:
    assert "n&#39;existe pas" in france.get("/?ind=inconnu").text.replace("'", "&#39;")


def test_the_site_chooses_its_territory(home_of: Callable[[tuple[str, str]], str]) -> None:
    page = home_of(("epci", "200066868"))
    assert 'href="/epci/200066868">Ouvrir la carte' in page
    assert "n'est pas dans ces données" not in page


def test_a_territory_that_is_not_published_is_said_and_replaced(
    home_of: Callable[[tuple[str, str]], str],
) -> None:
    page = home_of(("epci", "243100633"))
    assert "(epci/243100633) n'est pas dans ces données" in page.replace("&#39;", "'")
    assert 'href="/departement/29">Ouvrir la carte' in page


def test_every_territory_can_be_chosen(client: FlaskClient) -> None:
    page = client.get("/territoires?ind=fibre&sel=29019").text
    assert '<a href="/departement/29?ind=fibre">Finistère</a>' in page
    assert '<a href="/epci/200066868?ind=fibre">CC Presqu' in page
    assert "Une intercommunalité (EPCI) réunit" in page


def test_breadcrumbs_lead_to_france(france: FlaskClient, client: FlaskClient) -> None:
    for path in ("/departement/29", "/epci/200066868", "/commune/29083"):
        assert ">France</a>" in france.get(path).text
        assert ">France</a>" not in client.get(path).text
