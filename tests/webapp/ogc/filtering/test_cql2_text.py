"""The parsed tree, and French words about what is not CQL2."""

from __future__ import annotations

import pytest

from webapp.errors import ParameterError
from webapp.ogc.filtering.cql2_text import parse_filter


def named(name: str) -> dict[str, str]:
    return {"property": name}


def test_a_text_becomes_a_tree() -> None:
    tree = parse_filter("NOT a = 1 AND b IN ('x', 'y') OR c IS NULL")
    either = {"op": "not", "args": [{"op": "=", "args": [named("a"), 1.0]}]}
    among = {"op": "in", "args": [named("b"), ["x", "y"]]}
    assert tree == {
        "op": "or",
        "args": [
            {"op": "and", "args": [either, among]},
            {"op": "isNull", "args": [named("c")]},
        ],
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "s'arrête trop tôt"),
        ("nom =", "s'arrête trop tôt"),
        ("nom = 'Brest", "à partir de"),
        ("nom == 'Brest'", "à partir de « = 'Brest' » (caractère 6)"),
        ("nom = 'a'\nAND taux ! 3", "(caractère 20)"),
        ("population > 3 ; DROP TABLE communes", "« ; DROP TABLE communes »"),
    ],
)
def test_say_where_it_is_not_understood(text: str, words: str) -> None:
    with pytest.raises(ParameterError) as refusal:
        parse_filter(text)
    assert words in str(refusal.value).replace("\u00a0", " ")
