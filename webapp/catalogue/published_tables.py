"""The tables of a snapshot as whoever reuses them wants them: rows, columns, files and formats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
import pyarrow.parquet as pq

from carto.layers import LAYERS
from carto.typography import typeset
from geodata.standard_export import STANDARD_PATH
from geodata.storage.snapshot import Snapshot
from webapp.file_formats import FILE_FORMATS, GEOPARQUET, PARQUET, PMTILES, STANDARD, FileFormat
from webapp.links import current_file

# Table → the name of its layer, which its files may have beside its own.
_LAYER_NAMES = {layer.table: layer.name for layer in LAYERS.values()}
_DRAWINGS = ("maps/", "topojson/")


# In the order to choose from.
FORMATS = (*FILE_FORMATS.values(), PARQUET, STANDARD, PMTILES)


@dataclass(frozen=True)
class PublishedFile:
    """One file.

    Attributes
    ----------
    path
        In the snapshot.
    address
        Where the file of the served snapshot is read, from the root of this host: it lasts from one
        publication to the next.
    format
        What it is.
    mediatype
        Its media type.
    bytes, sha256
        Size and fingerprint.
    """

    path: str
    address: str
    format: FileFormat
    mediatype: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class PublishedTable:
    """One table.

    Attributes
    ----------
    name, title, description
        As the manifest says.
    key
        Columns that tell a row from another.
    fields
        Descriptors of its columns, in order.
    rows
        How many it has.
    box
        West, south, east and north, in degrees; None when it has no shape.
    files
        Its files, in the order of the formats.
    """

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    fields: tuple[Mapping[str, Any], ...]
    rows: int
    box: tuple[float, ...] | None
    files: tuple[PublishedFile, ...]


def published_tables(snapshot: Snapshot) -> list[PublishedTable]:
    """List the tables of a snapshot, in the order of their names.

    Parameters
    ----------
    snapshot
        Verified; its tables are not read, only the ends of their files.
    """
    resources = snapshot.manifest["resources"]
    return [
        _table(snapshot, described, resources)
        for _, described in sorted(snapshot.tables.items())
        if described["path"].endswith(".parquet")
    ]


def format_of(path: str, has_shapes: bool = True) -> FileFormat | None:
    """Say what format a file is of; None for one that nobody reuses as it is.

    >>> [format_of(name).label for name in ("communes.fr.csv", "communes.csv", "a.gpkg")]
    ['CSV pour tableur', 'CSV', 'GeoPackage']
    """
    if path == STANDARD_PATH:
        return STANDARD
    if path.endswith(f".{PARQUET.suffix}"):
        return FILE_FORMATS[GEOPARQUET] if has_shapes else PARQUET
    return next((one for one in FORMATS if path.endswith(f".{one.suffix}")), None)


def _table(
    snapshot: Snapshot, described: Mapping[str, Any], resources: Iterable[Mapping[str, Any]]
) -> PublishedTable:
    """Describe one table."""
    schema = described["schema"]
    rows, box = _measured(snapshot, described["path"])
    return PublishedTable(
        name=str(described["name"]),
        title=str(described["title"]),
        description=typeset(str(described["description"])),
        key=tuple(schema.get("primaryKey", ())),
        fields=tuple(schema["fields"]),
        rows=rows,
        box=box,
        files=_files(described, resources),
    )


def _files(
    described: Mapping[str, Any], resources: Iterable[Mapping[str, Any]]
) -> tuple[PublishedFile, ...]:
    """List the files of a table, in the order of the formats."""
    table = str(described["name"])
    has_shapes = any(field["type"] == "any" for field in described["schema"]["fields"])
    found = []
    for resource in resources:
        path = str(resource["path"])
        format_ = format_of(path, has_shapes)
        if format_ is not None and not path.startswith(_DRAWINGS) and _is_of(table, path, format_):
            found.append(
                PublishedFile(
                    path,
                    current_file(path),
                    format_,
                    str(resource["mediatype"]),
                    int(resource["bytes"]),
                    str(resource["hash"]).removeprefix("sha256:"),
                )
            )
    return tuple(sorted(found, key=lambda file: (FORMATS.index(file.format), file.path)))


def _is_of(table: str, path: str, format_: FileFormat) -> bool:
    """Whether a file holds a table, under its own name or that of its layer."""
    if format_ is STANDARD:
        return table == "sites"
    name = path.rpartition("/")[2].removesuffix(f".{format_.suffix}")
    return name in (table, _LAYER_NAMES.get(table))


def _measured(snapshot: Snapshot, path: str) -> tuple[int, tuple[float, ...] | None]:
    """Count the rows of a file and tell how far its shapes go, from the end of it."""
    with pq.ParquetFile(snapshot.path(path)) as file:
        geo = (file.metadata.metadata or {}).get(b"geo")
        return file.metadata.num_rows, None if geo is None else _box(geo)


def _box(geo: bytes) -> tuple[float, ...] | None:
    """Read the box of the shapes from the metadata of a GeoParquet file."""
    described = orjson.loads(geo)
    box = described["columns"][described["primary_column"]].get("bbox")
    return None if box is None else tuple(float(edge) for edge in box)
