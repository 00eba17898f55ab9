"""The memory that reading a table takes, and what is done with it afterwards."""

from __future__ import annotations

import pyarrow


def release_unused() -> None:
    """Give back the memory that a large reading took and no longer holds.

    Arrow keeps it for the next reading, which may never come: ninety megabytes after the
    geometries of the communes of France, of which thirty-five are held.
    """
    pyarrow.default_memory_pool().release_unused()
