"""Control characters and reversed directions are seen, French text is let through."""

from __future__ import annotations

import pytest

from carto.forbidden_characters import hold_forbidden

OTHERS = ("\x00", "\x0b", "\x1b[31m", "\x7f", "\u202e", "\u2066", "\ud800", "\uffff")


@pytest.mark.parametrize("text", OTHERS)
def test_what_no_value_may_hold(text: str) -> None:
    assert hold_forbidden(["Argol", f"a{text}b"]).tolist() == [False, True]


def test_french_text_is_let_through() -> None:
    texts = ["L’Île-d'Yeu\u202f: 9\xa0h\r\n\tœuf", "", "\u200b", None, 3.5]
    assert not hold_forbidden(texts).any()


def test_nothing_to_look_at() -> None:
    assert hold_forbidden([]).shape == (0,)
