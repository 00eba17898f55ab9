"""The table of projections: a commune and a horizon make a row, a band may be missing."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.contracts import check
from carto.tables.projections import PROJECTIONS
from carto.tables.published import COMPLEMENTS

ROW = {
    "code_insee": "29001",
    "horizon": 1,
    "quarter": "2026-T3",
    "rate": 0.8,
    "rate_low": None,
    "rate_high": None,
    "locaux_restants": 12.5,
}


def test_it_is_published_beside_the_communes() -> None:
    assert COMPLEMENTS["projections"] is PROJECTIONS
    assert check(pd.DataFrame([ROW]), PROJECTIONS) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("horizon", 0), ("quarter", "juin 2026"), ("rate", 1.01), ("rate", None)],
)
def test_what_is_no_projection_is_refused(column: str, value: object) -> None:
    found = check(pd.DataFrame([ROW | {column: value}]), PROJECTIONS)
    assert [violation.column for violation in found] == [column]
