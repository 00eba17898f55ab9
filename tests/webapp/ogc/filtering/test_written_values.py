"""Values as filters write them, read for the property that they are compared to."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from webapp.errors import ParameterError
from webapp.ogc.filtering.operands import BOOLEAN, DATE, NUMBER, TEXT, Property
from webapp.ogc.filtering.written_values import read_value, said


@pytest.mark.parametrize(
    ("node", "kind", "value"),
    [
        ("29019", TEXT, "29019"),
        (-3.0, NUMBER, -3.0),
        (False, BOOLEAN, False),
        (1.0, BOOLEAN, True),
        ({"date": "2026-01-31"}, DATE, np.datetime64("2026-01-31")),
        ("2026-01-31", DATE, np.datetime64("2026-01-31")),
        ({"timestamp": "2026-01-31T12:30:00Z"}, DATE, np.datetime64("2026-01-31T12:30:00")),
        ("2026/01/31", DATE, np.datetime64("2026-01-31")),
        ("2026/01/31 12:30:00", DATE, np.datetime64("2026-01-31T12:30:00")),
        ("2026-01-31T00:00:00.5Z", DATE, np.datetime64("2026-01-31T00:00:00.5")),
    ],
)
def test_read_values_of_each_kind(node: Any, kind: str, value: Any) -> None:
    assert read_value(node, Property("x", kind)) == value


@pytest.mark.parametrize(
    ("node", "kind"),
    [
        (29019.0, TEXT),
        (True, TEXT),
        (None, TEXT),
        ("3", NUMBER),
        (True, NUMBER),
        (float("inf"), NUMBER),
        (float("nan"), NUMBER),
        (2.0, BOOLEAN),
        ("TRUE", BOOLEAN),
        ("31/01/2026", DATE),
        ("2026-1-31", DATE),
        ({"date": "2026/01/31"}, DATE),
        ("2026-02-30", DATE),
        ({"timestamp": "2026-01-31T25:00:00Z"}, DATE),
        ({"timestamp": "2026-01-31T12:30:00"}, DATE),
        ({"interval": ["2026-01-31", ".."]}, DATE),
        ({"property": "y"}, NUMBER),
        ({"op": "+", "args": []}, NUMBER),
    ],
)
def test_refuse_other_kinds_by_the_name_of_the_property(node: Any, kind: str) -> None:
    with pytest.raises(ParameterError, match=r"propriété.*x") as refusal:
        read_value(node, Property("x", kind))
    assert refusal.value.parameter == "filter"


def test_hostile_texts_are_said_back_short_and_plain() -> None:
    shown = said("<b>\u202e\n" + "x" * 500)
    assert len(shown) < 60
    assert shown.isprintable()
