"""What a territory may say beyond the national standard does not borrow its words."""

from __future__ import annotations

from carto.local_fields import LOCAL_FIELDS, LOCAL_LISTS, MEDIATEUR
from carto.mediation_standard import FIELDS, LISTS
from carto.tables.parsed_sites import PARSED_SITES


def test_local_fields_are_no_fields_of_the_standard() -> None:
    assert not set(LOCAL_FIELDS) & set(FIELDS)
    assert set(LOCAL_LISTS) <= set(LOCAL_FIELDS) - set(LISTS)


def test_no_table_has_a_column_for_a_person() -> None:
    assert MEDIATEUR not in PARSED_SITES.names
