"""Table Schemas of the files that a territory keeps itself, written from their contracts."""

from __future__ import annotations

import json
from dataclasses import replace

from carto.contracts import TableContract
from carto.tables.local_files import LOCAL_CONTRACTS, columns_of
from geodata.storage.manifest import describe_schema

FOLDER = "docs/schemas"


def table_schemas() -> dict[str, str]:
    """Write the schema of each local file.

    Returns
    -------
    dict
        Path from the root of the project → JSON text.
    """
    return {
        f"{FOLDER}/{contract.name}.json": _as_json(_schema(contract))
        for contract in LOCAL_CONTRACTS
    }


def _schema(contract: TableContract) -> dict[str, object]:
    """Describe a file, without what is made when it is read."""
    columns = columns_of(contract)
    written = {column.name for column in columns}
    key = contract.key if written.issuperset(contract.key) else ()
    described = describe_schema(replace(contract, columns=columns, key=key))
    return {
        "name": contract.name,
        "title": contract.title,
        "description": contract.description,
        "missingValues": [""],
        **described,
    }


def _as_json(schema: dict[str, object]) -> str:
    """Write JSON that people can read."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
