"""Hours: declared, capped or imputed; never zero for want of knowing."""

from __future__ import annotations

import pandas as pd
import pytest

from carto import flags
from carto.measures.supply import measure_hours
from carto.verdict.parameters import Supply


def measured(declared: float | None, *, is_itinerant: bool = False, before: str = "") -> pd.Series:
    sites = pd.DataFrame(
        {
            "hours_per_year_declared": pd.Series([declared], dtype=float),
            "is_itinerant": [is_itinerant],
            "flags": [before],
        }
    )
    return measure_hours(sites, Supply()).iloc[0]


@pytest.mark.parametrize(
    ("declared", "hours", "source", "flag"),
    [
        (1820.0, 1820, "declarees", ""),
        (60 * 52.0, 3120, "declarees", ""),
        (60 * 52.0 + 1, 3120, "declarees", flags.HEURES_PLAFONNEES),
        (None, 29 * 52, "imputees", flags.HEURES_IMPUTEES),
        (0.0, 0, "declarees", ""),
    ],
)
def test_hours(declared: float | None, hours: float, source: str, flag: str) -> None:
    found = measured(declared)
    assert (found["hours_per_year"], found["hours_source"], found["flags"]) == (hours, source, flag)


def test_flags_add_to_those_of_the_position() -> None:
    found = measured(None, is_itinerant=True, before=flags.POSITION_COMMUNE)
    assert found["flags"].split("|") == [
        flags.POSITION_COMMUNE,
        flags.HEURES_IMPUTEES,
        flags.ITINERANT_AU_POINT_PUBLIE,
    ]


def test_what_was_declared_is_kept() -> None:
    assert measured(5000.0)["hours_per_year_declared"] == 5000
