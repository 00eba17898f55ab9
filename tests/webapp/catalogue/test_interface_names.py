"""Tests of `webapp.catalogue.interface_names`: each name is that of a real answer."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webapp.outline import get_words
from webapp.catalogue.interface_names import InterfaceNames, interface_names


def names(thing: str) -> InterfaceNames:
    """Find the names of one thing."""
    return next(one for one in interface_names() if one.thing.replace("\u00a0", " ") == thing)


def test_names_are_those_of_the_answers(client: FlaskClient) -> None:
    key, places = names("Clé : Communes"), names("Lieux d'aide au numérique")
    feature = client.get("/ogc/collections/communes/items?limit=1").get_json()["features"][0]
    assert {key.layers, names("Commune sous-desservie").layers} <= feature["properties"].keys()
    commune = client.get(f"/api/v1/communes/{feature['id']}").get_json()
    assert commune[key.api] == feature["properties"][key.layers] == feature["id"]
    for thing in ("Classe du verdict", "Commune sous-desservie"):
        room, _, field = names(thing).api.partition(".")
        assert field in commune[room]
    fields = client.get("/tuiles/communes.json").get_json()["vector_layers"][0]["fields"]
    assert key.tiles in fields
    assert client.get(f"/api/v1/{places.api}").status_code == 200
    assert client.get(f"/ogc/collections/{places.layers}").status_code == 200


def test_the_page_shows_them(client: FlaskClient) -> None:
    words = get_words(client, "/donnees")
    assert "Une même chose, plusieurs noms" in words
    assert "verdict.is_underserved" in words
