"""Zonings and programmes: closed lists, and dates that may not be set."""

from __future__ import annotations

import pytest

from carto.contracts import TableContract, check
from carto.tables.communes import COMMUNES
from carto.tables.zoning import CLASSEMENT_FRR, CUIVRE, EPT, FRR
from carto.vocabulary import FRR_WORDS
from tests.mini_france.tables import tables


def test_the_classes_are_a_closed_list_that_the_description_spells_out() -> None:
    assert CLASSEMENT_FRR.choices == tuple(FRR_WORDS)
    assert all(code in CLASSEMENT_FRR.description for code in FRR_WORDS)


@pytest.mark.parametrize("contract", [FRR, EPT, CUIVRE], ids=lambda contract: contract.name)
def test_communes_publish_every_column_under_the_same_name(contract: TableContract) -> None:
    for column in contract.columns:
        assert COMMUNES.column(column.name) == column


def test_a_class_of_another_zoning_is_refused() -> None:
    faulty = tables()["frr"].assign(classement_frr="zrr")
    assert [violation.column for violation in check(faulty, FRR)] == ["classement_frr"]


def test_a_date_is_iso_or_missing() -> None:
    table = tables()["cuivre"]
    assert check(table, CUIVRE) == []
    faulty = table.assign(fermeture_technique="31/01/2028")
    assert [violation.column for violation in check(faulty, CUIVRE)] == ["fermeture_technique"]


def test_the_end_of_a_closure_is_the_last_date_of_what_merged() -> None:
    rules = {column.name: column.when_merged for column in CUIVRE.columns if column.type == "date"}
    assert rules == {
        "fermeture_commerciale": "earliest",
        "fermeture_technique": "earliest",
        "fermeture_technique_fin": "latest",
        "prevision_completude": "earliest",
        "prevision_completude_fin": "latest",
    }
