"""Tests of `webapp.places.territory_places`."""

from __future__ import annotations

from pathlib import Path

from flask.testing import FlaskClient

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from tests.webapp.outline import get
from webapp.places.territory_places import serving_places
from webapp.snapshots.loaded_snapshot import load

NBSP = "\u00a0"


def test_places_of_a_territory_are_its_own_and_those_that_serve_it(snapshot_dir: Path) -> None:
    snapshot = load(*open_latest(DataDir(snapshot_dir)))
    morlaix = serving_places(snapshot, [snapshot.communes["29067"]])
    assert [site["id"] for site in morlaix] == ["fs-1894"]
    brest = serving_places(snapshot, [snapshot.communes["29019"]])
    assert [site["id"] for site in brest] == ["fs-173"]
    assert serving_places(snapshot, []) == []


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
