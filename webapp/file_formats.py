"""The formats that a list of the service can be downloaded in, and what each is good for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto import french
from carto.typography import typeset

_MEBIBYTE = 1 << 20


@dataclass(frozen=True)
class FileFormat:
    """A format of files.

    Attributes
    ----------
    suffix
        End of the address, and of the name of the file.
    mimetype
        Media type.
    label
        Its French name.
    use
        Whom it is for, in one French line.
    """

    suffix: str
    mimetype: str
    label: str
    use: str

    def __post_init__(self) -> None:
        """Set the French line with its non-breaking spaces."""
        object.__setattr__(self, "use", typeset(self.use))


@dataclass(frozen=True)
class OfferedFile:
    """A file that a page offers: its format, its address, about how much it weighs."""

    format: FileFormat
    url: str
    weight: str


XLSX, FRENCH_CSV, CSV = "xlsx", "fr.csv", "csv"
GEOJSON, GEOPACKAGE, GEOPARQUET = "geojson", "gpkg", "parquet"
FILE_FORMATS: Mapping[str, FileFormat] = {
    format_.suffix: format_
    for format_ in (
        FileFormat(
            XLSX,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Excel et LibreOffice (XLSX)",
            "Colonnes en français, leur définition et les sources dans deux autres feuilles.",
        ),
        FileFormat(
            FRENCH_CSV,
            "text/csv",
            "CSV pour tableur",
            "Colonnes en français, points-virgules et virgules décimales.",
        ),
        FileFormat(
            CSV,
            "text/csv",
            "CSV pour programmes",
            "Identifiants de colonnes stables, virgules et points décimaux.",
        ),
        FileFormat(
            GEOPACKAGE,
            "application/geopackage+sqlite3",
            "GeoPackage",
            "Pour QGIS : s'ouvre coloré comme la carte, définitions et sources comprises.",
        ),
        FileFormat(
            GEOJSON,
            "application/geo+json",
            "GeoJSON",
            "Pour une carte sur le web ; définitions et sources comprises.",
        ),
        FileFormat(
            GEOPARQUET,
            "application/vnd.apache.parquet",
            "GeoParquet",
            "Pour Python, R ou DuckDB : compact et typé.",
        ),
    )
}
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
    """Write about how much a file weighs."""
    empty, each = _WEIGHTS[kind][suffix]
    return size_words(empty + each * rows)


def size_words(size: int) -> str:
    r"""Write a size, in two figures at most.

    >>> size_words(340), size_words(123_456), size_words(4_700_000), size_words(150_000_000)
    ('1\xa0Ko', '120\xa0Ko', '4,5\xa0Mo', '140\xa0Mo')
    """
    if size < _MEBIBYTE:
        kilobytes = max(1, round(size / 1024))
        rounded = kilobytes if kilobytes < 100 else round(kilobytes, -1)
        return french.number(rounded, 0, "Ko")
    megabytes = size / _MEBIBYTE
    if megabytes < 10:
        return french.number(megabytes, 1, "Mo")
    return french.number(round(megabytes) if megabytes < 100 else round(megabytes, -1), 0, "Mo")
