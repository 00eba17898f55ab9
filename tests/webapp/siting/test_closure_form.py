"""The form of withdrawals lists the places only where they are to be chosen."""

from __future__ import annotations

from carto.planning.grounds.ground import Ground
from webapp.siting.closure_form import closure_form
from webapp.siting.closure_question import AskedClosure


def test_places_are_listed_by_commune_where_they_are_chosen(finistere: Ground) -> None:
    form = closure_form(finistere, AskedClosure("choix", 3, 4, ("fs-173",), 20))
    assert [place.commune for place in form.places] == sorted(
        place.commune for place in form.places
    )
    assert [place.id for place in form.places if place.is_chosen] == ["fs-173"]
    assert all(place.hours > 0 for place in form.places)


def test_no_place_is_listed_elsewhere(finistere: Ground) -> None:
    assert closure_form(finistere, AskedClosure("moins", 3, 4, (), 20)).places == ()
