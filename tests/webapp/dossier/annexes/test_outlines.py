"""Communes and places as GeoJSON."""

from __future__ import annotations

import json

from webapp.dossier.annexes.outlines import communes_geojson, places_geojson
from webapp.dossier.subject import Subject


def test_every_commune_has_its_outline_and_what_the_dossier_says(subject: Subject) -> None:
    collection = json.loads(communes_geojson(subject))
    assert collection["snapshot"] == subject.snapshot.id
    features = {one["id"]: one for one in collection["features"]}
    assert sorted(features) == sorted(row["code_insee"] for row in subject.communes)
    for row in subject.communes:
        feature = features[row["code_insee"]]
        assert feature["geometry"]["type"] in ("Polygon", "MultiPolygon")
        assert feature["properties"]["verdict"] == row["verdict"]
        assert feature["properties"]["taux_couverture_ftth"] == row["taux_couverture_ftth"]


def test_every_place_is_at_its_position(subject: Subject) -> None:
    features = json.loads(places_geojson(subject))["features"]
    assert [one["id"] for one in features] == [place["id"] for place in subject.places]
    for feature, place in zip(features, subject.places, strict=True):
        assert feature["geometry"]["coordinates"] == [place["longitude"], place["latitude"]]
