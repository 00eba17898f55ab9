"""What a map colours: the usual unit, those that have a map, and what is said of the others."""

from __future__ import annotations

import pytest

from carto.drawing.indicators.units import COMMUNE, DEPARTEMENT, EPCI
from webapp.maps.map_units import (
    communes_of,
    indicator_notices,
    indicators_by,
    unit_notices,
    unit_of,
    unit_rows,
    units_of,
)
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def test_the_usual_unit_comes_first_and_others_need_a_map(country: LoadedSnapshot) -> None:
    assert units_of(country, "france", "FR") == (DEPARTEMENT, EPCI)
    assert units_of(country, "region", "53") == (EPCI, DEPARTEMENT)
    assert units_of(country, "departement", "29") == (COMMUNE, EPCI)
    assert units_of(country, "epci", "200066868") == (COMMUNE,)


@pytest.mark.parametrize(
    ("asked", "found"),
    [(None, COMMUNE), ("epci", EPCI), ("departement", COMMUNE), ("canton", COMMUNE)],
)
def test_what_cannot_be_coloured_is_replaced(sample: LoadedSnapshot, asked, found) -> None:
    assert unit_of(sample, "departement", "29", asked) == found


def test_units_are_those_that_hold_a_commune(sample: LoadedSnapshot) -> None:
    communes = communes_of(sample, "departement", "29")
    assert unit_rows(sample, "departement", "29", COMMUNE) == communes
    found = {row["siren_epci"] for row in unit_rows(sample, "departement", "29", EPCI)}
    assert found == {row["siren_epci"] for row in communes} - {None}
    (epci,) = unit_rows(sample, "epci", "200066868", EPCI)
    assert epci["siren_epci"] == "200066868"


def test_wider_units_have_the_indicators_that_can_be_averaged(sample: LoadedSnapshot) -> None:
    assert "typologie" in indicators_by(sample, COMMUNE)
    assert "typologie" not in indicators_by(sample, EPCI)
    known = indicators_by(sample, COMMUNE)
    (said,) = indicator_notices("typologie", indicators_by(sample, EPCI), known)
    assert known["typologie"].label in said
    assert indicator_notices("fibre", known, known) == []
    assert indicator_notices("inconnu", known, known) == []
    assert indicator_notices(None, known, known) == []


def test_a_unit_that_a_map_does_not_have_is_said() -> None:
    (said,) = unit_notices((EPCI, DEPARTEMENT), "commune")
    assert "par intercommunalité ou département" in said
    assert unit_notices((EPCI, DEPARTEMENT), "epci") == []
    assert unit_notices((EPCI,), None) == unit_notices((EPCI,), "canton") == []
