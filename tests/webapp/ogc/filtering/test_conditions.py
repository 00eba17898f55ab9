"""Each condition, by the features that it chooses among a few."""

from __future__ import annotations

import numpy as np
import pytest

from tests.webapp.ogc.filtering.small_table import small_table
from webapp.ogc.filtering.filter import read_filter

TABLE = small_table()


def chosen(text: str) -> list[int]:
    return np.flatnonzero(read_filter(text, TABLE).mask(TABLE)).tolist()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("nom = 'Brest'", [0]),
        ("nom = 'L''Hôpital'", [2]),
        ("CASEI(nom) = 'Brest'", [0, 1]),
        ("casei(accenti(nom)) like 'ile%'", [3]),
        ("ACCENTI(nom) = ACCENTI('Ploemeur')", [9]),
        (r"nom LIKE '100 \% %'", [4]),
        (r"nom LIKE 'a\_b'", [5]),
        ("nom IS NULL", [6]),
        ("taux > 0.9 AND NOT is_supply", [1]),
        ("NOT taux > 0.1", [2, 5]),
        ("is_supply", [0, 3, 6, 9]),
        ("date_maj >= DATE('2026-02-01')", [1, 9]),
        ("date_maj = '2026-01-31'", [0, 4]),
        ("date_maj = TIMESTAMP('2026-01-31T00:00:00Z')", [0, 4]),
        ("date_maj < '2026-01-31T12:00:00Z' AND date_maj > '2026-01-30T12:00:00Z'", [0, 4]),
        ("locaux > population", [3, 5, 8]),
        ("population IN (12, 243) OR nom = ''", [1, 3, 8]),
    ],
)
def test_choose_by_hand(text: str, places: list[int]) -> None:
    assert chosen(text) == places


def test_unknown_stays_unknown_under_not() -> None:
    missing = set(chosen("taux IS NULL"))
    either = set(chosen("taux < 0.5 OR NOT taux < 0.5"))
    assert missing
    assert either == set(range(len(TABLE))) - missing
