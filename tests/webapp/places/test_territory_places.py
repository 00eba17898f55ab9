"""Tests of `webapp.places.territory_places`."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webapp.outline import get

NBSP = "\u00a0"


def test_the_page_of_a_territory_follows_the_filter(client: FlaskClient) -> None:
    text = get(client, "/departement/29?itinerant=1")
    assert f"1{NBSP}lieu sur 5</strong> sur la carte" in text
    assert "lieux.geojson?itinerant=1&amp;v=" in text
    assert 'href="/departement/29/lieux?itinerant=1"' in text
    drawn = text.split('class="lieux"')[1].split("</g>")[0]
    assert "Presqu" in drawn
    assert "Pontanézen" not in text


def test_letters_are_those_of_the_places_shown(client: FlaskClient) -> None:
    text = get(client, "/departement/29")
    assert 'aria-hidden="true">F</span> lieu fixe' in text
    assert 'aria-hidden="true">I</span> lieu itinérant' in text
    assert "bus itinérant</span>" not in text
    assert "F</span> lieu fixe" not in get(client, "/departement/29?itinerant=1")
    assert "F</span> lieu fixe" not in get(client, "/departement/29?lieux=0")
