"""Tests of what every file says of its columns."""

from carto.tables.communes import COMMUNES
from geodata.column_meanings import (
    DICTIONARY_HEADER,
    column_meanings,
    named_meanings,
    shown_fields,
)
from geodata.storage.manifest import describe_columns

FIELDS = describe_columns(COMMUNES.columns)


def test_each_column_is_explained_once_and_the_geometry_is_not():
    fields = shown_fields(FIELDS)
    assert [field["name"] for field in fields] == [*COMMUNES.names[:-1]]
    lines = column_meanings(fields)
    assert all(len(line) == len(DICTIONARY_HEADER) for line in lines)
    assert [dict(zip(DICTIONARY_HEADER, line, strict=True)) for line in lines] == named_meanings(
        fields
    )


def test_a_column_has_a_label_and_a_meaning():
    for told in named_meanings(shown_fields(FIELDS)):
        assert told["libellé"]
        assert told["description"]
