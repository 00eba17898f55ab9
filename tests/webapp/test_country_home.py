"""The home page of the whole of France."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.published import publish


@pytest.fixture(scope="module")
def france(
    tmp_path_factory: pytest.TempPathFactory, app_on: Callable[[Path], Flask]
) -> FlaskClient:
    """Return a client of a snapshot that has the map of France."""
    folder = tmp_path_factory.mktemp("france")
    publish(folder, is_country=True)
    return app_on(folder).test_client()


def test_it_shows_the_map_the_sums_and_every_departement(france: FlaskClient) -> None:
    page = france.get("/").text
    assert '<h2 id="carte-titre">France\u00a0:' in page
    assert '<a href="/departement/29" tabindex="-1"><path' in page
    assert '<a href="/departement/29">Finistère</a>' in page
    assert "<h3>Bretagne</h3>" in page
    assert "carte.mjs" not in page


def test_its_links_keep_the_state(france: FlaskClient) -> None:
    assert 'href="/departement/29?ind=fibre"' in france.get("/?ind=fibre").text


def test_what_the_address_gets_wrong_is_said(france: FlaskClient) -> None:
    assert "n&#39;existe pas" in france.get("/?ind=inconnu").text.replace("'", "&#39;")


def test_breadcrumbs_lead_to_it(france: FlaskClient, client: FlaskClient) -> None:
    for path in ("/departement/29", "/epci/200066868", "/commune/29083"):
        assert '<a href="/">France</a>' in france.get(path).text
        assert '<a href="/">France</a>' not in client.get(path).text
