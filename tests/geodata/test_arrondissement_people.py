"""People of the arrondissements: all of them, and the sums of their communes."""

from __future__ import annotations

import pytest

from geodata.arrondissement_people import PEOPLE, mean_of_arrondissements
from geodata.arrondissements import arrondissements_of


@pytest.mark.parametrize(
    ("commune", "people"), [("75056", 2_103_778), ("69123", 519_127), ("13055", 886_040)]
)
def test_arrondissements_add_up_to_the_legal_population(commune: str, people: int) -> None:
    assert sum(PEOPLE[code] for code in arrondissements_of(commune)) == people


def test_there_are_no_others() -> None:
    assert len(PEOPLE) == 20 + 9 + 16


def test_the_mean_is_weighted_by_people() -> None:
    assert mean_of_arrondissements(["13201", "13216"], [1.0, 8.0]) == pytest.approx(
        (37_599 + 8 * 15_854) / (37_599 + 15_854)
    )
