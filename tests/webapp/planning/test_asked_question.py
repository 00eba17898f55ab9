"""The question of an address: read, written, and refused in words."""

from __future__ import annotations

import pytest

from carto.planning.siting.question import Question
from webapp.errors import ParameterError
from webapp.planning.asked_question import question_query, read_question

QUESTIONS = (
    Question(),
    Question("temps", count=3),
    Question("couverture", count=2, radius_min=12.5, is_inside_only=True),
    Question(candidates=("29019", "29103"), without=("fs-1", "fs-2")),
    Question("tous", without=("tous",)),
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_written_is_read_back(question: Question) -> None:
    assert read_question(question_query(question)) == question


def test_defaults_are_left_out_of_addresses() -> None:
    assert question_query(Question()) == {}
    assert read_question({"question": "", "nombre": "", "candidats": "", "perimetre": ""}) == (
        Question()
    )


def test_fewer_places_than_half_days_are_usual() -> None:
    assert read_question({"question": "temps"}).count == 5
    assert question_query(Question("temps", count=5)) == {"question": "temps"}
    assert question_query(Question("temps", count=10))["nombre"] == "10"


def test_codes_are_read_in_any_order_once() -> None:
    asked = read_question({"candidats": "29103, 29019,29103,", "rayon": "12,5"})
    assert asked.candidates == ("29019", "29103")
    assert asked.radius_min == 12.5


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"question": "ailleurs"}, "question"),
        ({"nombre": "dix"}, "nombre"),
        ({"nombre": "1e3"}, "nombre"),
        ({"nombre": "٣"}, "nombre"),
        ({"nombre": "0"}, "nombre"),
        ({"nombre": "-1"}, "nombre"),
        ({"rayon": "loin"}, "rayon"),
        ({"rayon": "900"}, "rayon"),
        ({"perimetre": "tout"}, "perimetre"),
        ({"candidats": ",".join(["29019"] * 1001)}, "candidats"),
        ({"sans": ",".join(["fs-1"] * 1001)}, "sans"),
    ],
)
def test_what_cannot_be_used_is_named(query: dict[str, str], parameter: str) -> None:
    with pytest.raises(ParameterError) as error:
        read_question(query)
    assert error.value.parameter == parameter
