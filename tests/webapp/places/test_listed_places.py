"""Tests of `webapp.places.listed_places`."""

from __future__ import annotations

from flask import Flask

from webapp.places.listed_places import listed_places


def test_the_places_of_a_territory_are_listed_by_commune(app: Flask) -> None:
    with app.test_request_context("/departement/29/lieux"):
        listed = listed_places("departement", "29")
    assert len(listed.kept) == len(listed.sites) == 5
    assert not listed.km


def test_around_a_commune_the_closest_come_first(app: Flask) -> None:
    with app.test_request_context("/departement/29/lieux?sel=29232"):
        listed = listed_places("departement", "29")
    distances = [listed.km[site["id"]] for site in listed.kept]
    assert distances == sorted(distances)
