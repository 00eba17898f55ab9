"""Table Schemas of the files that a territory keeps itself, written from their contracts."""

from __future__ import annotations

import json
from dataclasses import replace

from carto.contracts import TableContract
from carto.tables.local_inputs import ACTION, ACTIVITE, COMMUNES_RELAIS, ENQUETE
from carto.tables.travel_inputs import TEMPS_TRAJET
from geodata.storage.manifest import describe_schema

LOCAL_CONTRACTS = (ACTIVITE, COMMUNES_RELAIS, ENQUETE, TEMPS_TRAJET)
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
    columns = tuple(column for column in contract.columns if column.name != ACTION)
    key = () if ACTION in contract.key else contract.key
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
