"""Tables of times carried to another year: one commune stands for those that merged."""

from __future__ import annotations

import pandas as pd

from carto.cog.passage import Passage
from carto.cog.times import carry_times

PASSAGE = Passage(
    2015,
    2026,
    heirs={
        **{"29001": ("29001",), "29002": ("29001",), "29003": ("29001",)},
        **{"29004": ("29005",), "29006": ("29005",), "29007": ("29007", "29008")},
    },
    origins={"29001": ("29001", "29002", "29003"), "29005": ("29004", "29006")},
    strangers={},
)


def carried(*rows: tuple[str, str, float]) -> tuple[list[tuple[str, str, float]], list[str]]:
    table = pd.DataFrame(list(rows), columns=["code_insee", "destination", "minutes"])
    found = carry_times("temps_trajet", table.assign(km=1.0), PASSAGE)
    kept = found.table[["code_insee", "destination", "minutes"]]
    return list(kept.itertuples(index=False, name=None)), [row.key for row in found.left_out]


def test_the_commune_that_kept_its_code_stands_for_the_merged_one() -> None:
    rows, left = carried(("29002", "lieu", 9), ("29001", "lieu", 5), ("29019", "29003", 7))
    assert rows == [("29001", "lieu", 5), ("29019", "29001", 7)]
    assert left == ["29002, lieu"]


def test_without_it_the_first_by_code_does() -> None:
    rows, left = carried(("29006", "29019", 4), ("29004", "29019", 6), ("29019", "29006", 2))
    assert rows == [("29005", "29019", 6), ("29019", "29005", 2)]
    assert left == ["29006, 29019"]


def test_the_times_of_a_divided_commune_stay_with_its_main_part() -> None:
    assert carried(("29007", "29019", 4)) == ([("29007", "29019", 4)], [])


def test_a_table_of_other_communes_is_the_same() -> None:
    rows, left = carried(("29019", "29232", 30), ("29019", "lieu-1", 3))
    assert rows == [("29019", "29232", 30), ("29019", "lieu-1", 3)]
    assert left == []
