"""An interval keeps the features that share an instant with it, and those that have no time."""

from __future__ import annotations

import numpy as np
import pytest
from werkzeug.datastructures import MultiDict

from webapp.errors import ParameterError
from webapp.ogc.features.asked_moments import moments, read_moments
from webapp.ogc.features.feature_table import FeatureTable


def count(table: FeatureTable, text: str) -> int:
    """Count the features that an interval keeps."""
    asked = read_moments(MultiDict({"datetime": text}))
    assert asked is not None
    return int(asked.mask(table).sum())


# The sample is of 2026-T2: from the first of April to the last of June.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-04-01", 8),
        ("2026-06-30", 8),
        ("2026-03-31", 0),
        ("2026-07-01", 0),
        ("2026-06-30T23:59:59Z", 8),
        ("2026-06-30t23:59:59z", 8),
        ("2026-07-01T00:30:00+01:00", 8),
        ("2026-07-01T00:00:00Z", 0),
        ("../2026-04-01", 8),
        ("/2026-03-31", 0),
        ("2026-06-30/..", 8),
        ("2026-07-01/", 0),
        ("2020-01-01/2030-01-01", 8),
        ("2026-05-01T10:00:00.250Z/2026-05-01T11:00:00Z", 8),
    ],
)
def test_quarters(fibre_table: FeatureTable, text: str, expected: int):
    assert count(fibre_table, text) == expected


def test_features_without_time_are_kept(communes_table: FeatureTable, lieux_table: FeatureTable):
    assert count(communes_table, "1999-01-01") == len(communes_table)
    assert count(lieux_table, "1999-01-01") == len(lieux_table)


def test_a_quarter_has_ninety_one_days(fibre_table: FeatureTable):
    firsts, lasts, known = moments(fibre_table)
    assert known.all()
    assert set(((lasts + 1 - firsts) / 86_400).tolist()) == {91.0}
    assert np.datetime64(int(firsts[0]), "s") == np.datetime64("2026-04-01T00:00:00")


@pytest.mark.parametrize(
    "text",
    [
        *("", "2026", "2026-T2", "hier", "2026-02-30", "2026-13-01", "0000-01-01", "2026-1-1"),
        *(
            "2026-06-30/2026-06-29",
            "a/b",
            "2026-01-01/2026-02-01/2026-03-01",
            "2026-01-01T25:00:00Z",
        ),
        *("2026-01-01T00:00:00", "٢٠٢٦-01-01", "2026-01-01" * 2000),
    ],
)
def test_what_is_not_a_moment_is_refused(text: str):
    with pytest.raises(ParameterError) as refused:
        read_moments(MultiDict({"datetime": text}))
    assert refused.value.parameter == "datetime"
