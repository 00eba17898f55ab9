"""Tests of `carto.planning.grounds.ground_rows`, on mini France."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.contracts import check
from carto.planning.grounds.ground_rows import ground_commune_rows, ground_place_rows
from carto.tables.ground import GROUND_COMMUNES, GROUND_PLACES
from carto.territories import Perimeter
from carto.verdict.parameters import Travel
from tests.mini_france.tables import assessed

FINISTERE = Perimeter(departements=("29",))


@pytest.fixture(scope="module")
def complements() -> dict[str, pd.DataFrame]:
    """Assess a département of mini France."""
    return dict(assessed(FINISTERE).complements)


def test_tables_meet_their_contracts(complements: dict[str, pd.DataFrame]) -> None:
    assert check(complements["ground_communes"], GROUND_COMMUNES) == []
    assert check(complements["ground_places"], GROUND_PLACES) == []


def test_every_joined_commune_is_there(complements: dict[str, pd.DataFrame]) -> None:
    joined = assessed(FINISTERE).territories.table
    assert complements["ground_communes"]["code_insee"].tolist() == joined["code_insee"].tolist()


def test_places_are_those_that_count(complements: dict[str, pd.DataFrame]) -> None:
    placed = assessed(FINISTERE).placed
    counted = placed["id"][placed["is_supply"].astype(bool)]
    assert sorted(complements["ground_places"]["id"]) == sorted(counted)


def test_without_places_there_is_only_the_ground() -> None:
    assert ground_place_rows(None, None).empty
    communes = assessed(FINISTERE).territories.table.assign(demand=1.0)
    assert (ground_commune_rows(communes, Travel())["floor_km"] > 0).all()
