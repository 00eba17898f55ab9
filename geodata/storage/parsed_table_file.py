"""A parsed table as bytes, with the account of its source: what a later build reads instead.

Arrow IPC: the columns of the contract, then the origin of each row; the rest of the account is in
the metadata, as JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
import orjson
import pandas as pd
import pyarrow as pa
import shapely

from carto.contracts import Column, TableContract
from geodata.frames import frame_from
from geodata.source import MergedRow, Notice, Origin, ParsedTable, RefusedRow

_LINE, _RAW = "line of origin", "text of origin"
_ACCOUNT = b"account"
_ARROW_TYPES = {
    "string": pa.large_string(),
    "date": pa.large_string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "geometry": pa.large_binary(),
}


def to_bytes(parsed: ParsedTable) -> bytes:
    """Write a parsed table; the same bytes for the same table."""
    columns = {
        column.name: _arrow(parsed.table[column.name], column) for column in parsed.contract.columns
    }
    columns[_LINE] = pa.array([origin.line for origin in parsed.origins], pa.int64())
    columns[_RAW] = pa.array([origin.raw for origin in parsed.origins], pa.large_string())
    account = {
        "source": parsed.source,
        "file": parsed.file,
        "rows_in": parsed.rows_in,
        "contract": asdict(parsed.contract),
        "refused": [asdict(row) for row in parsed.refused],
        "merged": [asdict(row) for row in parsed.merged],
        "notices": [asdict(row) for row in parsed.notices],
    }
    table = pa.table(columns).replace_schema_metadata({_ACCOUNT: orjson.dumps(account)})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def from_bytes(data: bytes) -> ParsedTable:
    """Read what `to_bytes` wrote: an equal parsed table, held to its contract again."""
    table = pa.ipc.open_file(pa.BufferReader(data)).read_all()
    account = orjson.loads(table.schema.metadata[_ACCOUNT])
    contract = _contract(account["contract"])
    columns = {column.name: _values(table[column.name], column) for column in contract.columns}
    origins = zip(table[_LINE].to_pylist(), table[_RAW].to_pylist(), strict=True)
    return ParsedTable(
        source=account["source"],
        contract=contract,
        table=frame_from(columns, contract),
        rows_in=account["rows_in"],
        file=account["file"],
        origins=tuple(Origin(line, raw) for line, raw in origins),
        refused=tuple(RefusedRow(**row) for row in account["refused"]),
        merged=tuple(MergedRow(**row) for row in account["merged"]),
        notices=tuple(Notice(**row) for row in account["notices"]),
    )


def _arrow(values: pd.Series, column: Column) -> pa.Array:
    """Turn a column into Arrow."""
    if column.type == "geometry":
        values = pd.Series(shapely.to_wkb(values.to_numpy()), dtype=object)
    return pa.Array.from_pandas(values, type=_ARROW_TYPES[column.type])


def _values(values: pa.ChunkedArray, column: Column) -> Sequence[Any] | np.ndarray[Any, Any]:
    """Turn a column of Arrow into values that `frame_from` takes."""
    if column.type == "geometry":
        shapes: np.ndarray[Any, Any] = shapely.from_wkb(values.to_numpy(zero_copy_only=False))
        return shapes
    if column.type == "number":
        numbers: np.ndarray[Any, Any] = values.to_numpy(zero_copy_only=False)
        return numbers
    listed: list[Any] = values.to_pylist()
    return listed


def _contract(said: dict[str, Any]) -> TableContract:
    """Read a contract back from JSON."""
    columns = tuple(
        Column(**{**column, "choices": column["choices"] and tuple(column["choices"])})
        for column in said["columns"]
    )
    return TableContract(**{**said, "key": tuple(said["key"]), "columns": columns})
