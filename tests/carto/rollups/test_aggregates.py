"""Rows and tables are rolled up alike: the arrays that they are read into are the same."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carto.rollups.aggregates import NUMBERS, TEXTS, aggregates, read_columns
from carto.rollups.grouped import Grouped, Membership
from carto.rollups.territories import columns_of
from carto.verdict.parameters import Parameters

ROW = {
    **dict.fromkeys(NUMBERS, 3.0),
    **dict.fromkeys(TEXTS, "29019"),
    **{"is_underserved": True, "is_commune_relais": True},
}
UNKNOWN = dict.fromkeys(ROW)


def test_rows_are_read_as_tables_are() -> None:
    rows = [ROW, UNKNOWN, {**ROW, "is_underserved": False, "is_commune_relais": False}]
    by_rows, by_table = read_columns(rows), columns_of(pd.DataFrame(rows))
    assert by_rows.keys() == by_table.keys()
    for name, values in by_table.items():
        np.testing.assert_array_equal(by_rows[name], values, err_msg=name)


def test_a_territory_of_unknown_communes_says_how_many_they_are_and_nothing_else() -> None:
    alone = Grouped(read_columns([UNKNOWN]), Membership.of([np.array([0])]), 0.8)
    found = aggregates(alone, Parameters())
    assert found["communes_count"] == [1]
    assert np.isnan(found["population"]).all()
    assert np.isnan(found["accessibility"]).all()
