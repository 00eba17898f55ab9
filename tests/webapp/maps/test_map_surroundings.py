"""What goes with a map: other units, parts to fly to, and what it does not draw."""

from __future__ import annotations

from carto.codes import OVERSEAS, departement_name
from webapp.maps.map_surroundings import surroundings
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.state import MapState

NBSP = "\u00a0"


def test_other_units_keep_the_state_but_for_what_was_selected(sample: LoadedSnapshot) -> None:
    state = MapState("fibre", "29042", class_key="0")
    usual, other = surroundings(sample, "departement", "29", state).choices
    assert (usual.path, usual.is_shown) == ("/departement/29?ind=fibre", True)
    assert (other.path, other.is_shown) == ("/departement/29?ind=fibre&maille=epci", False)
    assert surroundings(sample, "epci", "200066868", state).choices == ()


def test_places_are_drawn_on_maps_of_communes_and_counted_on_others(sample: LoadedSnapshot) -> None:
    by_commune = surroundings(sample, "departement", "29", MapState())
    by_epci = surroundings(sample, "departement", "29", MapState(unit="epci"))
    assert (by_commune.has_places, by_commune.remarks) == (True, ())
    assert not by_epci.has_places
    assert "lieux d'aide ne sont pas dessinés" in by_epci.remarks[0]


def test_communes_without_epci_are_counted(sample: LoadedSnapshot) -> None:
    remarks = surroundings(sample, "departement", "29", MapState(unit="epci")).remarks
    assert any("sans intercommunalité" in remark for remark in remarks)


def test_france_may_be_seen_part_by_part(country: LoadedSnapshot) -> None:
    mainland, *overseas = surroundings(country, "france", "FR", MapState()).outlooks
    assert mainland.nom == "Métropole"
    assert [one.nom for one in overseas] == [departement_name(code) for code in OVERSEAS]
    for one in (mainland, *overseas):
        west, south, east, north = map(float, one.bounds.split(","))
        assert west < east
        assert south < north
    assert surroundings(country, "region", "53", MapState()).outlooks == ()
