"""Tests of `webapp.tables.table_order`."""

from __future__ import annotations

import pytest

from carto.drawing.indicators.indicator import Indicator
from tests.webapp.sample import Row
from webapp.tables.commune_columns import commune_columns
from webapp.tables.table_columns import ASCENDING, DESCENDING, TableColumn
from webapp.tables.table_order import (
    TableOrder,
    header_groups,
    headers,
    in_order,
    read_order,
)
from webapp.views.state import MapState


@pytest.fixture
def columns(indicators: dict[str, Indicator]) -> tuple[TableColumn, ...]:
    """List the columns of a table of communes."""
    return commune_columns(indicators)


def names(rows: list[Row]) -> list[str]:
    """Names of rows."""
    return [row["nom"] for row in rows]


def test_every_order_keeps_every_commune(
    communes: dict[str, Row], columns: tuple[TableColumn, ...]
) -> None:
    for column in columns:
        for order in (ASCENDING, DESCENDING):
            found = in_order(communes.values(), TableOrder(column.id, order), columns)
            assert sorted(names(found)) == sorted(row["nom"] for row in communes.values())


@pytest.mark.parametrize("order", [ASCENDING, DESCENDING])
def test_a_missing_value_is_last_in_both_orders(
    order: str, communes: dict[str, Row], columns: tuple[TableColumn, ...]
) -> None:
    assert names(in_order(communes.values(), TableOrder("besoin", order), columns))[-1] == (
        "Île-de-Sein"
    )


def test_names_are_ordered_without_accents(
    communes: dict[str, Row], columns: tuple[TableColumn, ...]
) -> None:
    found = in_order(communes.values(), TableOrder("nom", ASCENDING), columns)
    assert names(found)[4] == "Île-de-Sein"


def test_bad_values_give_defaults_and_notices(columns: tuple[TableColumn, ...]) -> None:
    order, notices = read_order({"tri": "hasard", "ordre": "oblique"}, columns)
    assert order == TableOrder()
    assert len(notices) == 2
    assert read_order({"tri": "nom"}, columns) == (TableOrder("nom", ASCENDING), ())


def test_the_present_header_turns_the_order_round_and_keeps_the_filter(
    columns: tuple[TableColumn, ...],
) -> None:
    order = TableOrder("fibre", ASCENDING)
    found = {
        header.label: header
        for header in headers("/t", MapState("temps", class_key="2"), order, columns, q="plou")
    }
    assert found["Couverture"].aria_sort == "ascending"
    assert found["Couverture"].url == "/t?ind=temps&classe=2&tri=fibre&ordre=decroissant&q=plou"
    assert found["Nom"].aria_sort == "none"
    assert "ordre=croissant" in found["Nom"].url


def test_the_groups_cover_every_column_once(columns: tuple[TableColumn, ...]) -> None:
    groups = header_groups(columns)
    assert sum(group.columns for group in groups) == len(columns)
    assert len({group.label for group in groups}) == len(groups)
