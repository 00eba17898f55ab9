"""Filters against another evaluator, and what is refused in words."""

from __future__ import annotations

import contextlib
import time

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.webapp.ogc.filtering.asked_filters import FILTERS
from tests.webapp.ogc.filtering.independent import chosen_by, database
from tests.webapp.ogc.filtering.small_table import TYPES, small_table
from webapp.errors import ParameterError
from webapp.ogc.filtering.filter import read_filter

TABLE = small_table()
DATABASE = database()


def chosen(text: str) -> list[int]:
    return np.flatnonzero(read_filter(text, TABLE).mask(TABLE)).tolist()


@settings(max_examples=300, deadline=None)
@given(FILTERS)
def test_choose_what_sqlite_chooses(text: str) -> None:
    assume(text.count("CASEI(nom)") + text.count("ACCENTI(nom)") == 0 or "I(zone)" not in text)
    assert chosen(text) == chosen_by(DATABASE, text)


TOKENS = st.sampled_from(
    [
        *TYPES,
        *("AND", "OR", "NOT", "BETWEEN", "IN", "LIKE", "IS", "NULL", "TRUE", "CASEI", "DATE"),
        *("S_INTERSECTS", "S_WITHIN", "geometry", "POINT", "POLYGON", "BBOX", "EMPTY", "INTERVAL"),
        *("(", ")", "((", "))", ",", "=", "<>", "<", ">=", "-", "'a'", "''", "'", '"', "3", "1e9"),
        *("-0.5", "1 45", "0 0, 1 0, 1 1, 0 0", "'2026-01-01'", "\n", "é", "\u202e", ";", "--"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(TOKENS, max_size=25).map(" ".join) | st.text(max_size=60))
def test_any_text_is_answered_or_refused(text: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(ParameterError):
        assert len(chosen(text)) <= len(TABLE)
    assert time.process_time() - begun < 1
