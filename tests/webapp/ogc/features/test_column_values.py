"""Columns read from Arrow hold its values, whatever is missing and however it was cut."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from carto.contracts import ColumnType
from webapp.ogc.features.column_values import ColumnValues, column_values

CASES: tuple[tuple[ColumnType, Any, list[Any]], ...] = (
    ("string", pa.string(), ["a", None, "", "é", "a", "b", "long text of more than fifteen"]),
    ("integer", pa.int64(), [1, None, -3, 0, 2**60]),
    ("number", pa.float64(), [0.5, None, float("nan"), -1.0]),
    ("boolean", pa.bool_(), [True, None, False, True, False, None, True, True, False, True]),
    ("date", pa.string(), ["2026-01-31", None, "1999-12-31"]),
    ("string", pa.string(), [None, None]),
    ("date", pa.string(), [None]),
    ("integer", pa.int64(), []),
    ("string", pa.string(), []),
    ("boolean", pa.bool_(), []),
)


def plain(read: ColumnValues) -> list[Any]:
    """Give the values as plain Python, None where nothing is known."""
    values = [
        value.item() if read.different is None else read.different[int(value)]
        for value in read.values
    ]
    return [value if known else None for value, known in zip(values, read.known, strict=True)]


@pytest.mark.parametrize(("type_", "arrow", "held"), CASES)
def test_values_are_those_that_were_written(type_: ColumnType, arrow: Any, held: list[Any]):
    whole = pa.chunked_array([pa.array(held, arrow)], arrow)
    expected = [None if value != value else value for value in held]  # noqa: PLR0124 - NaN
    if type_ == "date":
        expected = [None if day is None else np.datetime64(day).item() for day in held]
    assert plain(column_values(whole, type_)) == expected
    cut = pa.chunked_array([pa.array(held[:2], arrow), pa.array(held[2:], arrow)], arrow)
    assert plain(column_values(cut, type_)) == expected
    assert plain(column_values(whole.slice(1), type_)) == expected[1:]


def test_what_is_held_is_counted():
    texts = column_values(pa.chunked_array([pa.array(["abc", "abc", None])]), "string")
    assert texts.different == ("abc",)
    assert texts.nbytes >= 3 * 4 + 3 + 63
