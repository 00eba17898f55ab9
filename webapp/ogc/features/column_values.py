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

_NUMBERS: Mapping[str, Any] = {"int64": np.int64, "double": np.float64}
_NO_DAY = np.datetime64("1970-01-01", "D")


@dataclass(frozen=True, eq=False)
class ColumnValues:
    """Values of a property for every feature of a collection.

    Attributes
    ----------
    values
        Integers, floating numbers, booleans or days (`datetime64[D]`); of texts, their places in
        `different`. What stands where nothing is known means nothing, and is never a wrong place.
    known
        Where a value is known.
    different
        Each different text once, so that a question about a text is asked once of each; at least
        one, and None for what is not text.
    """

    values: NDArray[Any]
    known: NDArray[np.bool_]
    different: tuple[str, ...] | None = None

    @property
    def nbytes(self) -> int:
        """Bytes held, texts counted as sixty each and one per letter."""
        texts = sum(60 + len(text) for text in self.different or ())
        return self.values.nbytes + self.known.nbytes + texts


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
        return _texts(held, type_, known)
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


def _texts(held: Any, type_: ColumnType, known: NDArray[np.bool_]) -> ColumnValues:
    """Read texts, each different one once; the first one stands where nothing is known."""
    encoded = held.dictionary_encode()
    different = tuple(encoded.dictionary.to_pylist())
    places = np.frombuffer(encoded.indices.buffers()[1], dtype=np.int32)
    places = np.where(known, places[encoded.indices.offset :][: len(held)], 0)
    if type_ == "string":
        return ColumnValues(places.astype(np.int32), known, different or ("",))
    days = np.array(different or (_NO_DAY,), dtype="datetime64[D]")
    return ColumnValues(days[places], known)
