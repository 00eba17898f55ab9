"""Names on the ground: communes around too, places of the perimeter by commune."""

from __future__ import annotations

from carto.planning.scenarios.scenario import Where
from tests.webapp.scenarios.small_ground import NAMES


def test_communes_around_have_a_name_and_are_not_inside() -> None:
    assert NAMES.communes["56999"] == "Ailleurs"
    assert "56999" not in NAMES.inside
    assert "29019" in NAMES.inside


def test_places_are_listed_by_commune_and_by_name() -> None:
    listed = NAMES.listed(frozenset())
    communes = [commune for commune, _ in listed]
    assert communes == sorted(communes, key=str.casefold)
    inside = {place.id for _, places in listed for place in places}
    assert set(NAMES.places) - inside == {"fs-1894"}, "it lies beyond the perimeter"
    more = NAMES.listed(frozenset({"fs-1894"}))
    assert {place.id for _, places in more for place in places} == set(NAMES.places)


def test_where_a_place_goes_is_written_after_its_verb() -> None:
    assert NAMES.where(Where("29083")) == "à l'Île-de-Sein"
    assert NAMES.where(Where(lon_lat=(2.0, 48.5))) == "au point 48,5000\xa0; 2,0000"
