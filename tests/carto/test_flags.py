"""Every code that may be published has a meaning, and rows carry theirs in order."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from carto import flags

CODES = {name: value for name, value in vars(flags).items() if name.isupper()} | {}
CODES = {name: value for name, value in CODES.items() if not name.endswith("MEANINGS")}
CODES.pop("TYPE_CHECKING", None)


def test_every_code_is_named_after_itself_and_has_a_meaning() -> None:
    assert all(name == value for name, value in CODES.items())
    assert set(flags.MEANINGS) == set(CODES.values())


def test_meanings_are_french_sentences() -> None:
    assert all(text[0].isupper() and text.endswith(".") for text in flags.MEANINGS.values())


def test_missing_is_not_raised() -> None:
    mask = pd.Series([True, False, None], dtype="boolean")
    assert flags.raised({"A": mask}) == ["A", "", ""]


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.sampled_from(["", "X", "X|Y"]))))
def test_flags_join_in_order_after_those_already_raised(
    rows: list[tuple[bool, bool, str]],
) -> None:
    masks = {name: pd.Series([r[i] for r in rows], dtype=bool) for i, name in enumerate("AB")}
    joined = flags.raised(masks, before=pd.Series([r[2] for r in rows], dtype=object))
    for (first, second, before), text in zip(rows, joined, strict=True):
        expected = [*before.split("|"), *("A" * first), *("B" * second)]
        assert text == "|".join(filter(None, expected))
