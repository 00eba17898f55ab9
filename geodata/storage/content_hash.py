"""What a snapshot says, as one number: independent of file formats, row order and the clock.

Two snapshots have the same id when their tables hold the same values under the same contracts,
computed by the same method; upgrading the Parquet library changes files, not ids.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

ID_LENGTH = 16


def content_hash(table: pa.Table) -> str:
    """Hash the contents of a canonical table.

    Parameters
    ----------
    table
        As `geodata.storage.canonical.canonical_table` returns it.

    Returns
    -------
    str
        sha256 in hexadecimal, over name, type and values of each column. Numbers count by their
        shortest exact decimal form, geometries by their WKB in normal form; null is a value of
        its own, distinct from zero and from empty text.
    """
    digest = hashlib.sha256()
    for name in table.column_names:
        column = table[name]
        digest.update(f"{name}\x1f{column.type}\x1f{len(column)}\x1e".encode())
        encoded = map(_encode, column.to_pylist())
        digest.update(b"".join(b"%d\x1f%b" % (len(value), value) for value in encoded))
    return digest.hexdigest()


def _encode(value: object) -> bytes:
    """Bytes of one value, different for different values of a column."""
    if value is None:
        return b"\x00null"
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, float):
        return repr(value + 0.0).encode()  # one zero: -0.0 is 0.0
    return repr(value).encode()


def snapshot_id(contents: Mapping[str, Mapping[str, object]], facts: object) -> str:
    """Name a snapshot by its contents.

    Parameters
    ----------
    contents
        For each file its fingerprint, and the schema of its contract if it is a table.
    facts
        What else makes it what it is (method, territory, vintages), as JSON values.

    Returns
    -------
    str
        The first 16 hexadecimal digits of a sha256.
    """
    canonical = json.dumps(
        {"contents": contents, "facts": facts}, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode()).hexdigest()[:ID_LENGTH]
