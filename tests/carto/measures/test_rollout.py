"""Rollouts: quarters in a row, communes in the order asked, unknown where nothing is published."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carto.measures.fibre import measure_fibre
from carto.measures.rollout import Rollout, ranks_of, rollout_of
from carto.verdict.parameters import Projection, Quality
from tests.carto.measures.test_fibre import history, quarters

NAN = np.nan


def arranged(fibre: pd.DataFrame, *codes: str, last: str = "2026-T2") -> Rollout:
    return rollout_of(fibre, pd.Series(codes), last)


def published() -> pd.DataFrame:
    counts = [
        quarters(("2026-T2", 100, 90, None), ("2025-T4", 80, 60, None), code="29019"),
        quarters(("2026-T1", 50, 51, None), code="22157").assign(zone_fibre="zipu"),
        quarters(("2026-T3", 70, 70, None), code="29019"),
    ]
    tables = {"fibre": pd.concat(counts, ignore_index=True)}
    return measure_fibre(tables, Quality(), Projection())


def test_quarters_that_are_not_published_are_unknown_and_later_ones_left_out() -> None:
    found = arranged(published(), "22157", "29019", "75056")
    assert found.quarters == ("2025-T4", "2026-T1", "2026-T2")
    np.testing.assert_array_equal(
        found.premises, [[NAN, 50.0, NAN], [80.0, NAN, 100.0], [NAN, NAN, NAN]]
    )
    np.testing.assert_array_equal(found.left[:2], [[NAN, 0.0, NAN], [20.0, NAN, 10.0]])
    np.testing.assert_array_equal(found.rate[:2], [[NAN, 1.0, NAN], [0.75, NAN, 0.9]])


def test_groups_are_departements_and_zones() -> None:
    found = arranged(published(), "22157", "29019", "29024", last="2026-T1")
    assert found.group.tolist() == ["22 zipu", "29 ", "29 "]
    assert found.group_rank.tolist() == [0, 1, 1]
    assert found.departement_rank.tolist() == [0, 1, 1]


def test_quarters_published_at_their_time_keep_their_definition_and_a_history_has_one() -> None:
    old = quarters(("2019-T2", 10, 1, None), ("2019-T4", 10, 1, None))
    now = measure_fibre({"fibre": old}, Quality(), Projection())
    assert arranged(now, "29019", last="2019-T4").denominators.tolist() == [0, -1, 1]
    past = measure_fibre({"fibre_history": history(1, 2, 3)}, Quality(), Projection())
    assert arranged(past, "29019").denominators.tolist() == [0, 0, 0]


def test_no_premises_have_no_rate() -> None:
    counts = measure_fibre({"fibre": quarters(("2026-T2", 0, 0, None))}, Quality(), Projection())
    assert np.isnan(arranged(counts, "29019").rate).all()


def test_ranks_follow_time() -> None:
    assert ranks_of(pd.Series(["2026-T1", "2025-T4", "2026-T1"])).diff().tolist()[1:] == [-1, 1]
