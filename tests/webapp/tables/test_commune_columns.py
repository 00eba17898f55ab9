"""Tests of `webapp.tables.commune_columns`."""

from __future__ import annotations

from carto.drawing.indicators.indicator import Indicator
from carto.tables.communes import COMMUNES
from tests.webapp.sample import Row
from webapp.tables.commune_columns import commune_columns, write_robustness, write_type


def test_every_column_is_published(indicators: dict[str, Indicator]) -> None:
    columns = commune_columns(indicators)
    names = [name for column in columns for name in column.published]
    assert len(names) == len(set(names))
    assert set(names) <= set(COMMUNES.names)
    assert len({column.id for column in columns}) == len(columns)


def test_missing_values_are_words(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    sein = {column.id: column.write(communes["29083"]) for column in commune_columns(indicators)}
    assert "aucun lieu" in sein["temps"]
    assert "donnée absente" in sein["besoin"]
    assert sein["fibre"] == "0,0\u00a0%"


def test_a_rank_never_goes_without_its_interval(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    rank = next(column for column in commune_columns(indicators) if column.id == "rang")
    row = {**communes["29019"], "rank": 12, "rank_low": 8, "rank_high": 20}
    assert rank.write(row) == "12 (8 à 20)"
    assert rank.write({**row, "rank": None}) == "donnée absente"


def test_types_and_solidity_are_words() -> None:
    assert write_type({"typology": "double_peine"}) == "double peine"
    assert write_type({"typology": None}) == write_robustness({"robustness": None}) == "indéterminé"
    assert write_robustness({"robustness": "bascule"}) == "peut basculer"
