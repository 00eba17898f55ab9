"""Contracts of the inputs of the need: scores from 1 to 10, counts that add up, and their keys."""

from __future__ import annotations

import pytest

from carto.contracts import TableContract
from carto.tables.communes import COMMUNES
from carto.tables.need_inputs import (
    DIPLOMES,
    FILOSOFI,
    FILOSOFI_EPCI,
    FRAGILITE,
    STRUCTURE_POPULATION,
)

OF_COMMUNES = (FRAGILITE, STRUCTURE_POPULATION, DIPLOMES, FILOSOFI)


@pytest.mark.parametrize("contract", OF_COMMUNES, ids=lambda contract: contract.name)
def test_every_figure_may_be_missing_and_knows_how_it_merges(contract: TableContract) -> None:
    assert contract.key == ("code_insee",)
    for column in contract.columns:
        if column.type == "number":
            assert column.nullable
            assert column.null_rule
            assert column.when_merged == ("sum" if column.name.endswith("_count") else "mean")


def test_scores_go_from_one_to_ten() -> None:
    for name in ("ifn_total", "poverty_score", "age_score", "diploma_score"):
        column = FRAGILITE.column(name)
        assert (column.minimum, column.maximum) == (1, 10)
        assert COMMUNES.column(name).description == column.description


def test_the_list_of_indicators_always_stands_beside_the_score() -> None:
    assert not FRAGILITE.column("ifn_indicateurs").nullable


def test_an_epci_is_known_by_its_siren() -> None:
    assert FILOSOFI_EPCI.key == ("siren_epci",)
