"""Tests of `webapp.map_images`."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from flask.testing import FlaskClient

from tests.webapp.outline import get


def test_without_places_the_map_has_none(client: FlaskClient) -> None:
    assert 'class="lieux"' in get(client, "/epci/200066868/carte.svg")
    drawn = ET.fromstring(get(client, "/epci/200066868/carte.svg?lieux=0"))  # noqa: S314 - ours
    assert not [e for e in drawn.iter() if e.get("class") == "lieux" and len(e)]


def test_the_picture_is_an_image_that_explains_itself(client: FlaskClient) -> None:
    response = client.get("/departement/29/carte.svg?ind=besoin")
    assert response.mimetype == "image/svg+xml"
    drawn = ET.fromstring(response.get_data(as_text=True))  # noqa: S314 - ours
    words = " ".join(drawn.itertext())
    assert "Finistère" in words
    assert "INSEE" in words
