"""The values of a column as numpy arrays, read from Arrow without a Python object per value.

Arrow's own conversions import pandas, which a serving process never does: the buffers are read
where they lie.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.contracts import ColumnType

TEXT = np.dtypes.StringDType()
_NUMBERS: Mapping[str, Any] = {"int64": np.int64, "double": np.float64}
_EMPTY: Mapping[str, Any] = {"string": TEXT, "date": "datetime64[D]", "boolean": np.bool_}


@dataclass(frozen=True, eq=False)
class ColumnValues:
    """Values of a property for every feature of a collection.

    Attributes
    ----------
    values
        Integers, floating numbers, booleans, texts (`StringDType`) or days (`datetime64[D]`);
        what stands where nothing is known means nothing.
    known
        Where a value is known.
    """

    values: NDArray[Any]
    known: NDArray[np.bool_]

    @property
    def nbytes(self) -> int:
        """Bytes held, but for those of texts longer than fifteen."""
        return self.values.nbytes + self.known.nbytes


def column_values(column: Any, type_: ColumnType) -> ColumnValues:
    """Read a column of an Arrow table.

    Parameters
    ----------
    column
        A chunked array of texts, booleans, integers or numbers.
    type_
        Its type in its contract: a date is held as a text.
    """
    held = column.combine_chunks()
    known = _known(held)
    if type_ in ("string", "date"):
        return ColumnValues(_texts(held, type_, known), known)
    if type_ == "boolean":
        values = _bits(held.buffers()[1], held.offset, len(held))
        return ColumnValues(values, known)
    numbers = np.frombuffer(held.buffers()[1], dtype=_NUMBERS[str(held.type)])
    numbers = numbers[held.offset : held.offset + len(held)]
    if numbers.dtype == np.float64:
        known = known & ~np.isnan(numbers)
    return ColumnValues(numbers, known)


def _known(held: Any) -> NDArray[np.bool_]:
    """Where an array holds a value."""
    bitmap = held.buffers()[0]
    if bitmap is None:
        return np.ones(len(held), dtype=np.bool_)
    return _bits(bitmap, held.offset, len(held))


def _bits(buffer: Any, offset: int, count: int) -> NDArray[np.bool_]:
    """Read booleans that are packed eight to a byte."""
    if count == 0:
        return np.zeros(0, dtype=np.bool_)
    packed = np.frombuffer(buffer, dtype=np.uint8)
    unpacked = np.unpackbits(packed, count=offset + count, bitorder="little")
    return unpacked[offset:].astype(np.bool_)


def _texts(held: Any, type_: str, known: NDArray[np.bool_]) -> NDArray[Any]:
    """Read texts, each different one once; the first one stands where nothing is known."""
    encoded = held.dictionary_encode()
    different = encoded.dictionary.to_pylist()
    if not different:
        return np.zeros(len(held), dtype=_EMPTY[type_])
    places = np.frombuffer(encoded.indices.buffers()[1], dtype=np.int32)[: len(held)]
    values: NDArray[Any] = np.array(different, dtype=_EMPTY[type_])
    return np.asarray(values[np.where(known, places, 0)])
