"""Texts that a program invents, of the letters and the words that a parser looks for."""

from __future__ import annotations

import os

from hypothesis import settings
from hypothesis import strategies as st

# `make fuzz` asks for more.
EXAMPLES_VARIABLE = "CARTO_FUZZ_EXAMPLES"
invented = settings(max_examples=int(os.environ.get(EXAMPLES_VARIABLE, "100")))

HOSTILE = (
    *("", "\x00", "\u202e", "nan", "-inf", "1e400", "9" * 400, "٣", "%", "%s", "{{7*7}}", "${7}"),
    *("../../etc/passwd", "\r\nX-Pirate: 1", "'; --", '"><script>alert(1)</script>', "é" * 90),
)


def texts(*words: str) -> st.SearchStrategy[str]:
    """Invent texts of some words, of hostile ones, and of anything between."""
    part = st.one_of(st.sampled_from((*words, *HOSTILE)), st.text(max_size=6), st.just(" "))
    return st.lists(part, max_size=12).map("".join)
