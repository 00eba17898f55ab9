"""Published columns of local files: always optional, each a fact of one source."""

from __future__ import annotations

from carto.facts import FACTS
from carto.tables.communes import COMMUNES
from carto.tables.local_facts import LOCAL_COLUMNS, LOCAL_ROLLUPS
from carto.tables.rollups import EPCI

LOCAL_SOURCES = ("activite", "communes_relais", "enquete")


def test_every_local_column_is_a_fact_of_the_communes() -> None:
    joined = [name for fact in FACTS if fact.source in LOCAL_SOURCES for name in fact.columns]
    assert sorted(joined) == sorted(column.name for column in LOCAL_COLUMNS)
    assert {column.name for column in LOCAL_COLUMNS} <= set(COMMUNES.names)


def test_what_is_not_said_is_missing_and_explained() -> None:
    for column in (*LOCAL_COLUMNS, *LOCAL_ROLLUPS):
        assert column.nullable
        assert column.null_rule
    assert {column.name for column in LOCAL_ROLLUPS} <= set(EPCI.names)
