"""Entities of a layer of a GeoPackage or FlatGeobuf file, in WGS 84.

Coordinates are reprojected from the system that the file states (Lambert-93, or that of an
overseas territory).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyogrio
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError
from shapely.geometry.base import BaseGeometry

from geodata.errors import SourceError
from geodata.reading.contents import first_bytes
from geodata.source import RawFile

_SUFFIXES = {b"SQLite format 3\x00": ".gpkg", b"fgb\x03fgb": ".fgb"}
_WGS84 = 4326
_BATCH = 2000
_BROKEN = (
    *(pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError),
    *(pyogrio.errors.FeatureError, pyogrio.errors.GeometryError, pyogrio.errors.FieldError),
)
_NEW_COPY = "téléchargez de nouveau le fichier chez son éditeur"


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity: its rank in the layer from 1, its values by our names, its geometry or None."""

    line: int
    raw: str
    values: Mapping[str, str]
    geometry: BaseGeometry | None


def is_vector_layer(raw: RawFile) -> bool:
    """Whether a file is a GeoPackage (SQLite) or FlatGeobuf, by its first bytes."""
    return _suffix(raw) is not None


def read_entities(
    raw: RawFile, layer: str, columns: Mapping[str, Sequence[str]]
) -> Iterator[Entity]:
    """Read the entities of a layer, a few thousand at a time.

    Parameters
    ----------
    raw
        A GeoPackage, or a FlatGeobuf file, which has one layer of any name.
    layer
        Name of the layer of a GeoPackage, in capitals or not.
    columns
        Our name of a column → those that publishers give it, in capitals or not.

    Yields
    ------
    Entity
        In the order of the layer; its geometry is in WGS 84, without altitude.

    Raises
    ------
    SourceError
        When the file is broken, or lacks the layer, a column or a coordinate system.
    """
    with _named(raw) as path:
        try:
            yield from _read(raw, path, layer, columns)
        except _BROKEN as error:
            raise SourceError(raw.name, "fichier abîmé ou tronqué", _NEW_COPY) from error


def _read(
    raw: RawFile, path: Path, layer: str, columns: Mapping[str, Sequence[str]]
) -> Iterator[Entity]:
    """Read a file that has the suffix of its format."""
    name = _layer(raw, path, layer)
    info = pyogrio.read_info(path, layer=name)
    named = {_column(raw, info["fields"], theirs): ours for ours, theirs in columns.items()}
    to_wgs84 = _transformer(raw, info["crs"])
    for start in range(0, info["features"], _BATCH):
        meta, _, wkb, fields = pyogrio.raw.read(
            path,
            layer=name,
            columns=list(named),
            skip_features=start,
            max_features=_BATCH,
            force_2d=True,
        )
        shapes = _in_wgs84(shapely.from_wkb(wkb, on_invalid="ignore"), to_wgs84)
        theirs = [str(field) for field in meta["fields"]]
        for rank, (*cells, shape) in enumerate(zip(*fields, shapes, strict=True), start + 1):
            said = dict(zip(theirs, map(_text, cells), strict=True))
            values = {named[field]: text for field, text in said.items()}
            yield Entity(rank, json.dumps(said, ensure_ascii=False), values, shape)


@contextmanager
def _named(raw: RawFile) -> Iterator[Path]:
    """Give the file a name with the suffix of its format, by which the reader knows it."""
    with TemporaryDirectory(prefix="carto-") as folder:
        path = Path(folder) / f"source{_suffix(raw)}"
        path.symlink_to(raw.path.resolve())
        yield path


def _suffix(raw: RawFile) -> str | None:
    """Suffix of the format that the first bytes tell."""
    start = first_bytes(raw, 16)
    return next((suffix for magic, suffix in _SUFFIXES.items() if start.startswith(magic)), None)


def _layer(raw: RawFile, path: Path, wanted: str) -> str:
    """Find a layer by its name, or the only one of a FlatGeobuf file."""
    names = [str(name) for name, _ in pyogrio.list_layers(path)]
    if path.suffix == ".fgb":
        return names[0]
    for name in names:
        if name.lower() == wanted:
            return name
    reason = f"pas de couche « {wanted} » parmi {', '.join(names) or 'aucune'}"
    raise SourceError(raw.name, reason, "donnez le fichier qui la contient")


def _column(raw: RawFile, fields: NDArray[np.object_], names: Sequence[str]) -> str:
    """Find a column by any of its names."""
    known = {str(field).lower(): str(field) for field in fields}
    for name in names:
        if name.lower() in known:
            return known[name.lower()]
    raise SourceError(
        raw.name,
        f"aucune colonne {' ou '.join(names)} parmi {', '.join(known.values())[:200]}",
        "donnez la couche des communes d'ADMIN EXPRESS",
    )


def _transformer(raw: RawFile, crs: str | None) -> Transformer | None:
    """Make what carries coordinates to WGS 84, None when they are in it already."""
    try:
        stated = CRS.from_user_input(crs)
        if stated.to_epsg() == _WGS84:
            return None
        return Transformer.from_crs(stated, _WGS84, always_xy=True)
    except CRSError as error:
        reason = "fichier sans système de coordonnées"
        remedy = f"précisez-le : ogr2ogr -a_srs EPSG:2154 complet{Path(raw.name).suffix} {raw.name}"
        raise SourceError(raw.name, reason, remedy) from error


def _in_wgs84(shapes: NDArray[np.object_], to_wgs84: Transformer | None) -> NDArray[np.object_]:
    """Carry geometries to WGS 84; None stays None."""
    if to_wgs84 is None:
        return shapes

    def carry(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(to_wgs84.transform(points[:, 0], points[:, 1]))

    carried: NDArray[np.object_] = shapely.transform(shapes, carry)
    return carried


def _text(cell: Any) -> str:
    """Write a cell; missing is empty."""
    return "" if cell is None or cell != cell else str(cell).strip()  # noqa: PLR0124 - NaN
