"""Tests of `webapp.territories.references`."""

from __future__ import annotations

from typing import Any

from webapp.territories.references import references_of

LEVELS: dict[str, dict[str, dict[str, Any]]] = {
    "departement": {"29": {"nom": "Finistère"}},
    "epci": {"242900314": {"nom": "Brest Métropole"}},
    "region": {"53": {"nom": "Bretagne"}},
    "france": {"FR": {"nom": "France"}},
}
BREST = {"departement": "29", "siren_epci": "242900314"}
GAPS = [{"indicator": "need", "twins_median": 5.0}]


def names(type_: str, row: dict[str, Any], published: tuple[str, ...] = tuple(LEVELS)) -> list[str]:
    """Names of the references of a territory when some levels only are published."""

    def level(name: str) -> dict[str, dict[str, Any]]:
        return LEVELS[name] if name in published else {}

    return [reference.nom for reference in references_of(type_, row, level)]


def test_each_level_is_compared_with_the_one_above_and_france() -> None:
    assert names("commune", BREST) == ["Finistère", "France"]
    assert names("epci", {"departements": "29|56"}) == ["Finistère", "France"]
    assert names("departement", {"region": "53"}) == ["Bretagne", "France"]
    assert names("region", {}) == ["France"]
    assert names("departement", {"region": "01"}) == ["France"], "Guadeloupe is not above itself"
    assert names("france", {}) == []


def test_what_is_not_published_is_left_out() -> None:
    assert names("departement", {"region": "53"}, ("departement",)) == []
    assert names("departement", {"region": None}) == ["France"]
    assert names("commune", BREST, ("epci",)) == ["Brest Métropole"]
    assert names("commune", BREST | {"siren_epci": None}, ("epci",)) == []


def test_the_median_of_the_twins_comes_last_with_what_it_knows() -> None:
    *_, alike = references_of("commune", BREST, LEVELS.__getitem__, GAPS)
    assert alike.nom == "Comparables (médiane)"
    assert alike.row == {"need": 5.0}


def test_no_two_have_the_same_shape() -> None:
    found = references_of("commune", BREST, LEVELS.__getitem__, GAPS)
    assert len({reference.shape for reference in found}) == len(found) == 3
