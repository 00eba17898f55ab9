"""The fingerprint of the contents of a table: independent of file formats and row order.

Upgrading the Parquet library changes files, not fingerprints.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc


def content_hash(table: pa.Table) -> str:
    """Hash the contents of a canonical table.

    Parameters
    ----------
    table
        As `geodata.storage.canonical.canonical_table` returns it: texts, numbers, truths and WKB.

    Returns
    -------
    str
        sha256 in hexadecimal, over name, type and values of each column. Numbers count by their
        bits, the two zeros as one, geometries by their WKB in normal form; null is a value of its
        own, distinct from zero and from empty text.
    """
    digest = hashlib.sha256()
    for name in table.column_names:
        column = table[name].combine_chunks()
        digest.update(f"{name}\x1f{column.type}\x1f{len(column)}\x1e".encode())
        digest.update(np.packbits(column.is_valid().to_numpy(zero_copy_only=False)).tobytes())
        for part in _parts(column):
            digest.update(part)
    return digest.hexdigest()


def _parts(column: pa.Array) -> Iterator[bytes]:
    """Bytes of the values of a column, different for different values; null as nothing."""
    if pa.types.is_floating(column.type):
        # one zero: -0.0 is 0.0
        yield (column.fill_null(0.0).to_numpy() + 0.0).astype("<f8").tobytes()
    elif pa.types.is_integer(column.type):
        yield column.fill_null(0).to_numpy().astype("<i8").tobytes()
    elif pa.types.is_boolean(column.type):
        yield column.fill_null(False).to_numpy(zero_copy_only=False).astype("u1").tobytes()
    else:
        texts = column.cast(pa.large_binary()).fill_null(b"")
        lengths = pc.binary_length(texts).to_numpy()
        yield lengths.astype("<i8").tobytes()
        first = int.from_bytes(
            texts.buffers()[1][8 * texts.offset : 8 * texts.offset + 8], "little"
        )
        yield texts.buffers()[2][first : first + int(lengths.sum())].to_pybytes()
