"""Contracts of the inputs of travel: what may be missing, and how rows are carried."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.cog.carry import speaks_of_communes
from carto.contracts import check
from carto.tables.travel_inputs import CARREAUX, LONGEST_MINUTES, TEMPS_TRAJET

TIMES = pd.DataFrame(
    {"code_insee": ["29019"], "destination": ["lieu-1"], "minutes": [6.0], "km": [None]}
).astype({"km": float})


def test_a_time_may_be_missing_and_a_destination_may_not() -> None:
    assert check(TIMES.assign(minutes=float("nan")), TEMPS_TRAJET) == []
    assert [found.column for found in check(TIMES.assign(destination=None), TEMPS_TRAJET)]


@pytest.mark.parametrize("minutes", [-1.0, LONGEST_MINUTES + 1])
def test_a_time_lies_within_a_day(minutes: float) -> None:
    assert [found.column for found in check(TIMES.assign(minutes=minutes), TEMPS_TRAJET)] == [
        "minutes"
    ]


def test_rows_are_of_pairs_and_not_of_communes() -> None:
    assert not any(map(speaks_of_communes, (TEMPS_TRAJET, CARREAUX)))
