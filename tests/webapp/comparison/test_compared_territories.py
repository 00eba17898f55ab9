"""Letters, names and pages of compared territories."""

from __future__ import annotations

from webapp.comparison.compared_ids import TerritoryId
from webapp.comparison.compared_territories import (
    compared_territories,
    is_of_several_levels,
    references,
)

BREST = (TerritoryId("commune", "29019"), {"nom": "Brest", "fibre_quarter": "2026-T2"})
FRANCE = (TerritoryId("france", "FR"), {"nom": "France", "fibre_quarters": "2025-T4|2026-T2"})


def test_each_has_its_letter_its_colour_and_its_page() -> None:
    first, second = compared_territories([BREST, FRANCE])
    assert (first.letter, first.path, first.kind) == ("A", "/commune/29019", "commune")
    assert (second.letter, second.path) == ("B", "/france")
    assert first.colour != second.colour
    assert (first.fibre_quarters, second.fibre_quarters) == ("2026-T2", "2025-T4|2026-T2")


def test_references_are_those_that_are_not_compared() -> None:
    compared = compared_territories([BREST])
    (france,) = references(compared, [BREST, FRANCE])
    assert (france.nom, france.letter, france.colour) == ("France", "", "")


def test_levels_that_differ_are_known() -> None:
    assert is_of_several_levels(compared_territories([BREST, FRANCE]))
    assert not is_of_several_levels(compared_territories([BREST]))
