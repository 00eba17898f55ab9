"""The files that a page offers of what it lists: a format each, and about how much it weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto import french
from webapp.file_formats import (
    CSV,
    FILE_FORMATS,
    FRENCH_CSV,
    GEOJSON,
    GEOPACKAGE,
    GEOPARQUET,
    XLSX,
    FileFormat,
)

PLACES = "lieu"
# By type of row: bytes of a file without any, then of each one, as measured on the whole of France.
_WEIGHTS: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "commune": {
        XLSX: (12_000, 135),
        FRENCH_CSV: (300, 500),
        CSV: (300, 485),
        GEOPACKAGE: (150_000, 2_300),
        GEOJSON: (10_000, 2_400),
        GEOPARQUET: (65_000, 600),
    },
    "epci": {
        XLSX: (11_000, 120),
        FRENCH_CSV: (300, 116),
        CSV: (300, 116),
        GEOPACKAGE: (130_000, 8_300),
        GEOJSON: (10_000, 9_300),
        GEOPARQUET: (20_000, 4_200),
    },
    "departement": {
        XLSX: (11_000, 115),
        FRENCH_CSV: (300, 105),
        CSV: (300, 105),
        GEOPACKAGE: (130_000, 31_000),
        GEOJSON: (10_000, 36_000),
        GEOPARQUET: (8_000, 16_500),
    },
    "region": {
        XLSX: (11_000, 115),
        FRENCH_CSV: (300, 105),
        CSV: (300, 105),
        GEOPACKAGE: (130_000, 80_000),
        GEOJSON: (10_000, 90_000),
        GEOPARQUET: (8_000, 42_000),
    },
    PLACES: {
        XLSX: (9_000, 141),
        FRENCH_CSV: (300, 460),
        CSV: (300, 460),
        GEOPACKAGE: (120_000, 610),
        GEOJSON: (7_000, 950),
        GEOPARQUET: (28_000, 150),
    },
}


@dataclass(frozen=True)
class OfferedFile:
    """A file that a page offers: its format, its address, about how much it weighs."""

    format: FileFormat
    url: str
    weight: str


def offered_files(address: str, kind: str, rows: int) -> list[OfferedFile]:
    """List the files of what a page shows.

    Parameters
    ----------
    address
        Of the page, with its parameters.
    kind
        What the rows are: a type of territories that a map colours, or `PLACES`.
    rows
        How many are shown.
    """
    path, mark, query = address.partition("?")
    return [
        OfferedFile(one, f"{path}.{one.suffix}{mark}{query}", weight_words(kind, one.suffix, rows))
        for one in FILE_FORMATS.values()
    ]


def weight_words(kind: str, suffix: str, rows: int) -> str:
    """Write about how much a file weighs, in two figures."""
    empty, each = _WEIGHTS[kind][suffix]
    weight = empty + each * rows
    return french.file_size(round(weight, 2 - len(str(weight))))
