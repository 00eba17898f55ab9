"""A row continues that of one former commune, in one measure of weight."""

from __future__ import annotations

import pytest

from carto.cog.history import read_history
from carto.cog.passage import find_passage
from carto.cog.rows import Maker, People
from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE
from tests.carto.cog.real_movements import real_movements

PASSAGE = find_passage(read_history(real_movements()), 2017, 2026)
CONTRACT = TableContract(
    "essai",
    "Essai",
    "Une ligne par commune.",
    ("code_insee",),
    (
        CODE_INSEE,
        Column("classe", "string", "Classe", "Classe.", nullable=True, null_rule="Inconnue."),
        Column("compte", "integer", "Compte", "Compte.", when_merged="sum"),
    ),
)


def maker(people: People, **classes: str) -> Maker:
    codes = {code.removeprefix("c"): classe for code, classe in classes.items()}
    rows: dict[str, dict[str, object]] = {
        code: {"code_insee": code, "classe": classe, "compte": 1} for code, classe in codes.items()
    }
    return Maker(CONTRACT, PASSAGE, people, rows)


def test_weights_are_those_of_the_first_measure_that_knows_all() -> None:
    people = People(({"44017": 1.0}, {"44017": 2.0, "49144": 3.0}))
    assert people.weights(["44017"]) == {"44017": 1.0}
    assert people.weights(["44017", "49144"]) == {"44017": 2.0, "49144": 3.0}
    assert people.weights(["44017", "44180"]) == {}


@pytest.mark.parametrize(
    ("weights", "classes", "main"),
    [
        ({"44017": 9.0, "44180": 1.0, "49144": 5.0}, {"c44017": "a", "c44180": "b"}, "44180"),
        ({"44017": 1.0, "44180": 1.0, "49144": 5.0}, {"c44017": "a", "c49144": "b"}, "49144"),
        ({}, {"c44017": "a", "c49144": "b"}, "44017"),
    ],
)
def test_the_same_code_continues_else_the_most_people_else_the_first(
    weights: dict[str, float], classes: dict[str, str], main: str
) -> None:
    made = maker(People((weights,)), **classes).make("44180")
    assert made.main == main
    assert made.row["code_insee"] == "44180"


def test_a_row_without_what_must_not_be_missing_is_not_whole() -> None:
    assert maker(People(), c44017="a", c44180="b", c49144="c").make("44180").is_whole
    assert not maker(People(), c44017="a", c44180="b").make("44180").is_whole


def test_communes_to_make_are_those_that_have_a_row() -> None:
    assert maker(People(), c85084="a", c49069="b").heirs() == ["49126", "85084", "85165", "85212"]
