"""The question of new permanences, from an address and back to one."""

from __future__ import annotations

from typing import Any

import pytest

from carto.planning.siting.question import Question
from webapp.siting.asked_values import AskedValues
from webapp.siting.siting_question import AskedSiting, read_siting

COMMUNES: list[dict[str, Any]] = [
    {"code_insee": "29001", "is_underserved": True, "is_commune_relais": None},
    {"code_insee": "29019", "is_underserved": False, "is_commune_relais": None},
]


def asked(**query: str) -> tuple[AskedSiting, list[str]]:
    values = AskedValues({name: [value] for name, value in query.items()})
    return read_siting(values, query, COMMUNES), values.notices


def test_nothing_is_solved_before_a_number_is_asked_for() -> None:
    siting, notices = asked(question="manque")
    assert (siting.is_asked, siting.question.count, notices) == (False, 4, [])
    assert siting.query() == ()


def test_an_asked_question_is_written_with_its_number() -> None:
    siting, _ = asked(question="couverture", nombre="3", rayon="15")
    assert siting.is_asked
    assert dict(siting.query()) == {"nombre": "3", "rayon": "15"}


def test_only_some_communes_may_be_tried() -> None:
    siting, _ = asked(question="manque", nombre="1", parmi="sous-desservies")
    assert siting.question.candidates == ("29001",)
    assert dict(siting.query()) == {"nombre": "1", "parmi": "sous-desservies"}
    assert siting.amongs == ("toutes", "sous-desservies")


def test_communes_that_there_are_none_of_are_said() -> None:
    siting, notices = asked(question="manque", nombre="1", parmi="relais")
    assert siting.question.candidates == ()
    assert "relais" in notices[0]


def test_communes_named_in_the_address_are_kept() -> None:
    siting, _ = asked(question="temps", nombre="1", candidats="29019,29001")
    assert dict(siting.query()) == {"nombre": "1", "candidats": "29001,29019"}


@pytest.mark.parametrize("nombre", ["0", "600", "x", "-3"])
def test_an_unusable_number_solves_nothing(nombre: str) -> None:
    siting, notices = asked(question="temps", nombre=nombre)
    assert not siting.is_asked
    assert siting.question.kind == "temps"
    assert len(notices) == 1


def test_a_dossier_makes_only_the_plain_plan_of_half_days() -> None:
    assert AskedSiting(Question(count=30), "toutes", (), True).carried == (("demi_journees", "30"),)
    assert AskedSiting(Question("temps", 3), "toutes", (), True).carried == ()
    among = Question(count=3, candidates=("29001",))
    assert AskedSiting(among, "relais", (), True).carried == ()
