"""Tests of `webapp.places.place_form`."""

from __future__ import annotations

from tests.webapp.sample import Row
from webapp.places.place_form import place_form
from webapp.views.place_filter import PlaceFilter
from webapp.views.state import MapState

STATE = MapState("fibre", "29019", places=PlaceFilter(is_free=True))


def test_a_form_keeps_what_is_no_filter(sites: dict[str, Row]) -> None:
    form = place_form([*sites.values()], STATE, "/departement/29", {"tri": "commune"})
    assert dict(form.kept) == {"ind": "fibre", "sel": "29019", "tri": "commune"}
    assert form.unfiltered == "/departement/29?ind=fibre&sel=29019&tri=commune"


def test_a_choice_of_communes_replaces_the_selected_one(
    sites: dict[str, Row], communes: dict[str, Row]
) -> None:
    form = place_form([*sites.values()], STATE, "/x", communes=[*communes.values()])
    assert "sel" not in form.kept
    assert len(form.communes) == len(communes)
