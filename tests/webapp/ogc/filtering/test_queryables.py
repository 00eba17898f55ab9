"""The schema of what a filter may name."""

from __future__ import annotations

from carto.contracts import Column
from tests.webapp.ogc.filtering.small_table import TYPES, small_table
from webapp.ogc.filtering.filter import read_filter
from webapp.ogc.filtering.queryables import property_schema, queryables

ADDRESS = "https://carto.example/ogc/collections/essais/queryables"


def test_every_property_is_listed_and_can_be_asked() -> None:
    table = small_table()
    document = queryables(table, ADDRESS, "Polygon")
    assert [*document["properties"]] == [*TYPES, "geometry"]
    assert document["additionalProperties"] is False
    assert document["$id"] == ADDRESS
    for name in TYPES:
        assert read_filter(f"{name} IS NULL", table)
    assert [entry["id"] for entry in document["queryables"]] == [*TYPES]


def test_types_formats_and_units_are_those_of_the_contract() -> None:
    properties = queryables(small_table(), ADDRESS, "Point")["properties"]
    assert properties["date_maj"]["format"] == "date"
    field = Column("taux", "number", "Taux", "Part.", unit="%", minimum=0, maximum=100)
    schema = property_schema(field)
    assert (schema["minimum"], schema["maximum"], schema["x-ogc-unit"]) == (0, 100, "%")
    kinds = property_schema(Column("zone", "string", "Zone", "Où.", choices=("a", "b")))
    assert kinds["enum"] == ["a", "b"]


def test_geometries_say_their_role() -> None:
    shape = queryables(small_table(), ADDRESS, "Point")["properties"]["geometry"]
    assert shape["format"] == "geometry-point"
    assert shape["x-ogc-role"] == "primary-geometry"
