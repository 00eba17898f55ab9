"""Memory is given back without what is held being lost."""

from __future__ import annotations

import pyarrow as pa

from geodata.storage.reading_memory import release_unused


def test_what_is_held_stays():
    held = pa.table({"a": [*range(100_000)]})
    before = pa.total_allocated_bytes()
    release_unused()
    assert pa.total_allocated_bytes() == before
    assert held.column("a")[99_999].as_py() == 99_999
