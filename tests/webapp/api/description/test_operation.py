"""Descriptions attached to functions."""

from __future__ import annotations

from webapp.api.description.operation import Operation, Parameter, described, operation_of
from webapp.api.description.query_parameters import LIMIT, in_path
from webapp.api.description.schema import Component, text

CODE = in_path("code", "Son code.", text(), "29")
ONE = Operation(
    "Communes", "Une commune : la voici", Component("Une", text()), "Oui.", (CODE, LIMIT)
)


def test_a_function_keeps_what_it_does() -> None:
    def view() -> str:
        return "vu"

    assert operation_of(view) is None
    assert described(ONE)(view) is view
    assert (operation_of(view), view()) == (ONE, "vu")


def test_parameters_are_told_by_their_place() -> None:
    assert ONE.names() == ("limit",)
    assert ONE.names("path") == ("code",)


def test_french_texts_are_set_with_their_spaces() -> None:
    assert ONE.summary == "Une commune\xa0: la voici"
    assert Parameter("q", "Quoi ?", text()).said == "Quoi\xa0?"
