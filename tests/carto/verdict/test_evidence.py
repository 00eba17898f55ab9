"""Evidence is read back from the published rows as it was measured."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

import numpy as np
import pytest

from carto.verdict.evidence import EVIDENCE_COLUMNS, published_evidence
from carto.verdict.measured_evidence import evidence_of
from tests.carto.verdict.states import indicators_of_every_state

UNKNOWN: dict[str, list[Any]] = {name: [None] for name in EVIDENCE_COLUMNS}


def test_published_rows_give_the_evidence_back() -> None:
    indicators = indicators_of_every_state()
    table = indicators.table.assign(
        accessibility_low=indicators.reach.low,  # type: ignore[union-attr]
        accessibility_high=indicators.reach.high,  # type: ignore[union-attr]
        sites_count=0,
    )
    plain = table[list(EVIDENCE_COLUMNS)].astype(object)
    columns = plain.where(plain.notna(), None).to_dict("list")
    for read, known in zip(
        astuple(published_evidence(columns)), astuple(evidence_of(indicators)), strict=True
    ):
        np.testing.assert_array_equal(read, known)


@pytest.mark.parametrize(("sites", "minutes"), [(0, np.inf), (None, np.nan)])
def test_no_time_is_no_place_in_reach_or_nothing_known(sites: int | None, minutes: float) -> None:
    evidence = published_evidence(UNKNOWN | {"sites_count": [sites]})
    np.testing.assert_array_equal(evidence.minutes, [minutes])


def test_an_accessibility_that_is_only_bounded_is_not_known() -> None:
    columns = UNKNOWN | {"accessibility_low": [0.1], "accessibility_high": [0.2]}
    assert np.isnan(published_evidence(columns).accessibility).all()
