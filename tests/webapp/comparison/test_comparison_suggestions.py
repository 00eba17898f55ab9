"""Territories to add: never one that is there, none when there is no room."""

from __future__ import annotations

from webapp.comparison.compared_ids import TerritoryId
from webapp.comparison.comparison_suggestions import (
    comparison_address,
    comparison_with,
    suggestions,
)
from webapp.views.state import MapState

BREST, MORLAIX, CROZON = (TerritoryId("epci", code) for code in ("1", "2", "3"))


def test_links_add_a_territory_and_keep_the_state() -> None:
    found = [(BREST, "Brest"), (MORLAIX, "Morlaix")]
    offer = suggestions("Voisins", found, [BREST], MapState("temps", selected="29019"), "Règle.")
    assert offer is not None
    assert [(choice.nom, choice.url) for choice in offer.choices] == [
        ("Morlaix", "/comparer?ids=epci-1,epci-2&ind=temps")
    ]
    assert offer.rule == "Règle."


def test_nothing_is_offered_without_room_or_without_anything_new() -> None:
    four = [TerritoryId("epci", str(rank)) for rank in range(4)]
    assert suggestions("Voisins", [(CROZON, "Crozon")], [*four[:3], BREST], MapState()) is None
    assert suggestions("Voisins", [(BREST, "Brest")], [BREST], MapState()) is None


def test_the_address_of_nothing_is_the_page() -> None:
    assert comparison_address([], MapState()) == "/comparer"
    assert comparison_with("", BREST, MapState()) == "/comparer?ids=epci-1"
