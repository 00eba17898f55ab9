"""Table Schemas of local files: frictionless accepts them, and the examples beside them."""

from __future__ import annotations

import json

import pytest
from frictionless import Resource, Schema

from carto.tables.local_files import columns_of
from tests.rules.repository import ROOT
from tests.rules.table_schemas import FOLDER, LOCAL_CONTRACTS, table_schemas

NAMES = [contract.name for contract in LOCAL_CONTRACTS]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one(name: str) -> None:
    written = json.loads(table_schemas()[f"{FOLDER}/{name}.json"])
    assert Schema.from_descriptor(written).field_names == [
        field["name"] for field in written["fields"]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_an_example_meets_its_schema(name: str) -> None:
    schema = Schema.from_descriptor(json.loads(table_schemas()[f"{FOLDER}/{name}.json"]))
    example = Resource(f"{name}-exemple.csv", basepath=str(ROOT / FOLDER), schema=schema)
    assert example.validate().flatten(["rowNumber", "fieldName", "note"]) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_page_links_to_both(name: str) -> None:
    page = (ROOT / "docs/donnees-locales.md").read_text("utf-8")
    assert f"(schemas/{name}.json)" in page
    assert f"(schemas/{name}-exemple.csv)" in page
    for contract in LOCAL_CONTRACTS:
        for column in columns_of(contract):
            assert f"`{column.name}`" in page
