"""Tests of `webapp.views.places`."""

from __future__ import annotations

from carto.codes import departement_name
from tests.webapp.sample import Row
from webapp.views.places import describe, places_of


def test_a_place_of_another_departement_is_marked(sites: dict[str, Row]) -> None:
    assert describe(sites["fs-1894"], home="29").elsewhere == "Côtes-d'Armor"
    assert describe(sites["fs-173"], home="29").elsewhere == ""


def test_an_itinerant_place_without_hours_says_both(sites: dict[str, Row]) -> None:
    place = describe(sites["fs-2046"])
    assert place.hours == ()
    assert place.format == "lieu itinérant"
    assert any("étapes" in remark for remark in place.remarks)
    assert any("29" in remark and "estimées" in remark for remark in place.remarks)


def test_places_are_those_of_the_communes_by_name(sites: dict[str, Row]) -> None:
    found = places_of(sites.values(), ["29232", "29019"])
    assert [place.commune for place in found] == ["Brest", "Quimper"]


def test_a_place_of_a_collectivite_is_marked_too(sites: dict[str, Row]) -> None:
    place = describe({**sites["fs-173"], "departement": "978"}, home="971")
    assert place.elsewhere == departement_name("978")
