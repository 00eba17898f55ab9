"""Texts compared as people type them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from carto.folding import folded


@given(st.text(max_size=40))
def test_a_text_is_folded_once_and_for_all(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_the_ways_to_write_one_name_are_one() -> None:
    names = (
        "St-Jean-d'Angély",
        "saint jean d'angely",
        "SAINT JEAN D’ANGÉLY",
        " St  Jean d Angely ",
    )
    assert len({folded(name) for name in names}) == 1
