"""The geometries of a published table, held as the bytes of its file and decoded when asked for.

Thirty-five megabytes hold every commune of France; as objects of a geometry library they weigh
three times that. A hundred of them are decoded in a fifth of a millisecond.
"""

from __future__ import annotations

from functools import cached_property
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from geodata.storage.reading_memory import release_unused
from webapp.ogc.features.table_file import TableFile

_SIDES = ("xmin", "ymin", "xmax", "ymax")


class Outlines:
    """The geometries of a file, in longitude and latitude.

    Parameters
    ----------
    file
        With a column `geometry` of WKB and its `bbox`.
    """

    def __init__(self, file: TableFile) -> None:
        self._file = file
        self._lock = Lock()

    @cached_property
    def _written(self) -> tuple[memoryview, NDArray[np.int32]]:
        """The WKB of every feature end to end, and where each starts."""
        held = self._file.read(["geometry"]).column("geometry").combine_chunks()
        release_unused()
        _, starts, data = held.buffers()
        if len(held) == 0:
            return memoryview(b""), np.zeros(1, dtype=np.int32)
        return memoryview(data), np.frombuffer(starts, dtype=np.int32)[: len(held) + 1]

    @cached_property
    def _boxes(self) -> NDArray[np.float64]:
        held = self._file.read(["bbox"]).column("bbox").combine_chunks()
        if len(held) == 0:
            return np.zeros((0, 4))
        sides = [held.field(side).buffers()[1] for side in _SIDES]
        columns = [np.frombuffer(side, dtype=np.float64)[: len(held)] for side in sides]
        return np.column_stack(columns)

    def boxes(self) -> NDArray[np.float64]:
        """West, south, east and north of each feature."""
        with self._lock:
            return self._boxes

    def written(self, position: int) -> bytes:
        """WKB of a feature."""
        with self._lock:
            data, starts = self._written
        return bytes(data[starts[position] : starts[position + 1]])

    def shapes(self, positions: NDArray[np.int64]) -> NDArray[np.object_]:
        """Decode some geometries."""
        # Lazily: only the interfaces of GIS clients need a geometry library.
        import shapely  # noqa: PLC0415

        written = np.empty(len(positions), dtype=object)
        written[:] = [self.written(int(position)) for position in positions]
        return np.asarray(shapely.from_wkb(written))
