"""Every type of a published column can be compared, shapes apart."""

from __future__ import annotations

from typing import get_args

from carto.contracts import ColumnType
from webapp.ogc.filtering.operands import BOOLEAN, DATE, KINDS, NUMBER, TEXT


def test_every_type_has_a_kind() -> None:
    assert {*KINDS, "geometry"} == {*get_args(ColumnType)}
    assert {*KINDS.values()} == {TEXT, NUMBER, BOOLEAN, DATE}
