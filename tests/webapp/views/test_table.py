"""Tests of `webapp.views.table`."""

from __future__ import annotations

import pytest

from carto.drawing.indicator import Indicator
from tests.webapp.sample import Row
from webapp.views.state import MapState
from webapp.views.table import (
    ASCENDING,
    DESCENDING,
    SORT_KEYS,
    TableState,
    headers,
    lines,
    ordered,
    read_table_state,
)


def names(rows: list[Row]) -> list[str]:
    return [row["nom"] for row in rows]


@pytest.mark.parametrize("sort", SORT_KEYS)
@pytest.mark.parametrize("order", [ASCENDING, DESCENDING])
def test_every_order_keeps_every_commune(
    sort: str, order: str, communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    found = ordered(communes.values(), TableState(sort, order), indicators["verdict"])
    assert sorted(names(found)) == sorted(row["nom"] for row in communes.values())


@pytest.mark.parametrize("order", [ASCENDING, DESCENDING])
def test_a_missing_value_is_last_in_both_orders(
    order: str, communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    found = ordered(communes.values(), TableState("besoin", order), indicators["verdict"])
    assert names(found)[-1] == "Île-de-Sein"


def test_names_are_ordered_without_accents(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    found = ordered(communes.values(), TableState("nom", ASCENDING), indicators["verdict"])
    assert names(found)[4] == "Île-de-Sein"


def test_a_class_filters_by_the_indicator(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    state = TableState(class_key="3")
    assert names(ordered(communes.values(), state, indicators["verdict"])) == ["Argol"]
    without = TableState("nom", ASCENDING, "absente")
    assert names(ordered(communes.values(), without, indicators["verdict"])) == [
        "Guerlesquin",
        "Île-de-Sein",
    ]


def test_bad_values_give_defaults_and_notices(indicators: dict[str, Indicator]) -> None:
    query = {"tri": "hasard", "ordre": "oblique", "classe": "9"}
    state, notices = read_table_state(query, indicators["verdict"])
    assert state == TableState()
    assert len(notices) == 3


def test_the_present_header_turns_the_order_round() -> None:
    state = TableState("fibre", ASCENDING, "2")
    found = {header.label: header for header in headers("/t", MapState("temps"), state)}
    assert found["Fibre"].aria_sort == "ascending"
    assert found["Fibre"].url == "/t?ind=temps&tri=fibre&ordre=decroissant&classe=2"
    assert found["Commune"].aria_sort == "none"
    assert "ordre=croissant" in found["Commune"].url


def test_missing_values_are_words(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    (sein,) = lines([communes["29083"]], indicators)
    assert "aucun lieu" in sein.minutes
    assert "donnée absente" in sein.need
    assert sein.fibre == "0,0\u00a0%"
