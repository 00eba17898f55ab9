"""The units of a map: their codes and their names."""

from __future__ import annotations

import pytest

from carto.drawing.indicators.units import COMMUNE, DEPARTEMENT, EPCI, REGION, UNITS


@pytest.mark.parametrize(
    ("unit", "none", "one", "many"),
    [
        (COMMUNE, "aucune commune", "1\xa0commune", "3\xa0communes"),
        (EPCI, "aucune intercommunalité", "1\xa0intercommunalité", "3\xa0intercommunalités"),
        (DEPARTEMENT, "aucun département", "1\xa0département", "3\xa0départements"),
        (REGION, "aucune région", "1\xa0région", "3\xa0régions"),
    ],
)
def test_a_number_agrees_with_its_noun(unit, none, one, many) -> None:
    assert (unit.count(0), unit.count(1), unit.count(3)) == (none, one, many)


def test_each_unit_knows_its_code() -> None:
    row = {"code_insee": "29019", "siren_epci": "242900314", "code_departement": "29"}
    assert [UNITS[name].code(row) for name in ("commune", "epci", "departement")] == [
        *("29019", "242900314", "29")
    ]
