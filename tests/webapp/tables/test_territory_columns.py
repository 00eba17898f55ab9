"""Tests of `webapp.tables.territory_columns`."""

from __future__ import annotations

import pytest

from carto.drawing.indicators.unit_indicators import unit_indicators
from carto.drawing.indicators.units import DEPARTEMENT, EPCI, REGION, Unit
from carto.tables.published import SNAPSHOT_TABLES
from tests.webapp.sample import FACTS, TABLES
from webapp.tables.table_columns import TableColumn
from webapp.tables.territory_columns import territory_columns


def columns_of(unit: Unit) -> dict[str, TableColumn]:
    """Columns of a unit by id."""
    columns = territory_columns(unit, unit_indicators(FACTS, unit), "20 min")
    return {column.id: column for column in columns}


@pytest.mark.parametrize("unit", [EPCI, DEPARTEMENT, REGION])
def test_every_column_is_published(unit: Unit) -> None:
    names = [name for column in columns_of(unit).values() for name in column.published]
    assert len(names) == len(set(names))
    assert set(names) <= set(SNAPSHOT_TABLES[unit.type].names)


def test_under_served_communes_are_counted_out_of_all() -> None:
    row = TABLES["departement"][0]
    columns = columns_of(DEPARTEMENT)
    count, total = row["communes_underserved"], row["communes_count"]
    assert columns["communes"].write(row) == f"{count} sur {total}"
    assert columns["verdict"].rank(row) == (row["population_underserved"] / row["population"],)
    assert columns["verdict"].rank({**row, "population": None}) is None


def test_only_an_epci_says_its_departements() -> None:
    assert columns_of(EPCI)["departement"].write({"departements": "29|56"}) == "Finistère, Morbihan"
    assert "departement" not in columns_of(DEPARTEMENT)
