"""The contracts of the COG part what shares a code, and both sides of a movement."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.contracts import check
from carto.tables.geography import COG, MOUVEMENTS, NO_COMMUNE, PASSAGES
from tests.carto.cog.real_movements import real_movements
from tests.mini_france.tables import tables


def test_a_commune_and_its_deleguee_may_share_a_code() -> None:
    table = tables()["cog"]
    assert table["code_insee"].duplicated().any()
    assert check(table, COG) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("date_effet", "01/01/2018"),
        ("type_avant", "VILLE"),
        ("code_apres", "4418"),
        ("modalite", "410"),
        ("nom_apres", None),
    ],
)
def test_a_faulty_movement_is_refused(column: str, value: object) -> None:
    table = real_movements().astype(object)
    table.loc[0, column] = value
    assert [found.column for found in check(table, MOUVEMENTS)] == [column]


def test_a_side_without_a_commune_says_so_and_keeps_the_code() -> None:
    table = real_movements()
    nowhere = table[(table["type_avant"] == NO_COMMUNE) | (table["type_apres"] == NO_COMMUNE)]
    assert (nowhere["code_avant"] == nowhere["code_apres"]).all()


def test_a_code_may_lead_to_several_communes_and_once_to_each() -> None:
    row = ("08227", "Hocmont", "08203", "1968-03-02", "partage")
    other = ("08227", "Hocmont", "08454", "1968-03-02", "partage")
    names = list(PASSAGES.names)
    assert check(pd.DataFrame([row, other], columns=names), PASSAGES) == []
    (found,) = check(pd.DataFrame([row, row], columns=names), PASSAGES)
    assert found.problem == "clé répétée"
