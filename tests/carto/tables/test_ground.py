"""The ground names the communes and the places of the published tables, each once."""

from __future__ import annotations

from carto.tables.communes import COMMUNES
from carto.tables.ground import GROUND_COMMUNES, GROUND_PLACES
from carto.tables.places import SITES


def test_a_row_is_a_commune_or_a_place() -> None:
    assert GROUND_COMMUNES.key == COMMUNES.key
    assert GROUND_PLACES.key == SITES.key


def test_only_people_may_be_unknown() -> None:
    unknown = {column.name for column in GROUND_COMMUNES.columns if column.nullable}
    assert unknown == {"population", "demand"}
    assert not any(column.nullable for column in GROUND_PLACES.columns)
