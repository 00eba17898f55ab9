"""Geometries of GeoJSON entities: refused when they cannot be trusted, repaired when provable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geodata.values.verdicts import Remark, UnusableValueError

_SMALLEST_RING = 4


def read_polygons(geometry: Mapping[str, object] | None, remark: Remark) -> Polygon | MultiPolygon:
    """Read the surface of an entity.

    Parameters
    ----------
    geometry
        GeoJSON geometry object, WGS 84; altitudes are dropped.
    remark
        Told `GEOMETRIE_REPAREE` when rings crossed themselves and were made valid.

    Returns
    -------
    shapely.Polygon or shapely.MultiPolygon
        Valid, not empty.

    Raises
    ------
    UnusableValueError
        `GEOMETRIE_ABSENTE`, `GEOMETRIE_INATTENDUE` (not a surface), `ANNEAU_OUVERT`,
        `COORDONNEES_ILLISIBLES` (text, NaN) or `COORDONNEES_HORS_LIMITES` (metres, not degrees).
    """
    if geometry is None or not geometry.get("coordinates"):
        raise UnusableValueError("GEOMETRIE_ABSENTE", "entité sans géométrie")
    kind, coordinates = geometry.get("type"), geometry["coordinates"]
    if kind not in ("Polygon", "MultiPolygon"):
        raise UnusableValueError("GEOMETRIE_INATTENDUE", f"géométrie {kind} au lieu d'un polygone")
    parts = [_polygon(part) for part in _items([coordinates] if kind == "Polygon" else coordinates)]
    shape = parts[0] if kind == "Polygon" else MultiPolygon(parts)
    return shape if shape.is_valid else _made_valid(shape, remark)


def settle_surface(shape: BaseGeometry | None, remark: Remark) -> Polygon | MultiPolygon:
    """Settle a surface that a library has read: the rules of `read_polygons`.

    Parameters
    ----------
    shape
        Geometry in WGS 84, None when there was none or none that could be read.
    remark
        Told `GEOMETRIE_REPAREE` when rings crossed themselves and were made valid.

    Raises
    ------
    UnusableValueError
        `GEOMETRIE_ABSENTE`, `GEOMETRIE_INATTENDUE`, `COORDONNEES_ILLISIBLES` (NaN, infinite) or
        `COORDONNEES_HORS_LIMITES`.
    """
    if shape is None or shape.is_empty:
        raise UnusableValueError("GEOMETRIE_ABSENTE", "entité sans géométrie")
    if not isinstance(shape, (Polygon, MultiPolygon)):
        reason = f"géométrie {shape.geom_type} au lieu d'un polygone"
        raise UnusableValueError("GEOMETRIE_INATTENDUE", reason)
    points = shapely.get_coordinates(shape)
    if not np.isfinite(points).all():
        raise UnusableValueError(
            "COORDONNEES_ILLISIBLES", "coordonnées qui ne sont pas des nombres"
        )
    _require_degrees(points)
    return shape if shape.is_valid else _made_valid(shape, remark)


def read_position(geometry: Mapping[str, object] | None) -> tuple[float, float]:
    """Read the position of a point entity: the two numbers as published.

    Raises
    ------
    UnusableValueError
        `GEOMETRIE_ABSENTE`, `GEOMETRIE_INATTENDUE` or `COORDONNEES_ILLISIBLES`.
    """
    if geometry is None or not geometry.get("coordinates"):
        raise UnusableValueError("GEOMETRIE_ABSENTE", "entité sans géométrie")
    if geometry.get("type") != "Point":
        kind = geometry.get("type")
        raise UnusableValueError("GEOMETRIE_INATTENDUE", f"géométrie {kind} au lieu d'un point")
    x, y = _numbers([geometry["coordinates"]])[0]
    return float(x), float(y)


def _items(value: object) -> Sequence[object]:
    """Items of a coordinate list."""
    if not isinstance(value, list) or not value:
        raise UnusableValueError("COORDONNEES_ILLISIBLES", "liste de coordonnées vide ou illisible")
    return value


def _polygon(rings: object) -> Polygon:
    """Make a polygon of its rings, the outer one first."""
    outer, *holes = [_ring(ring) for ring in _items(rings)]
    return Polygon(outer, holes)


def _ring(positions: object) -> npt.NDArray[np.float64]:
    """Read a closed ring."""
    ring = _numbers(_items(positions))
    if len(ring) < _SMALLEST_RING or not np.array_equal(ring[0], ring[-1]):
        raise UnusableValueError("ANNEAU_OUVERT", "contour qui ne se referme pas")
    _require_degrees(ring)
    return ring


def _require_degrees(points: npt.NDArray[np.float64]) -> None:
    """Refuse points that are no longitudes and latitudes."""
    if np.abs(points).max(axis=0)[0] > 180 or np.abs(points).max(axis=0)[1] > 90:
        x, y = points[0]
        reason = f"coordonnées hors des degrés ({x:g}, {y:g}) : convertissez en WGS 84"
        raise UnusableValueError("COORDONNEES_HORS_LIMITES", reason)


def _numbers(positions: Sequence[object]) -> npt.NDArray[np.float64]:
    """Read positions as an array of longitudes and latitudes."""
    try:
        array = np.asarray(positions)
    except (TypeError, ValueError, OverflowError):
        array = np.empty((0, 0))
    is_numeric = array.dtype.kind in "iuf"  # numpy would read the text "48.1" as a number
    if array.ndim != 2 or array.shape[1] < 2 or not is_numeric or not np.isfinite(array).all():
        raise UnusableValueError(
            "COORDONNEES_ILLISIBLES", "coordonnées qui ne sont pas des nombres"
        )
    return array[:, :2].astype(np.float64)


def _made_valid(shape: Polygon | MultiPolygon, remark: Remark) -> Polygon | MultiPolygon:
    """Make a surface valid, keeping its polygons only."""
    valid = shapely.make_valid(shape)
    polygons = [
        part
        for part in shapely.get_parts(valid).tolist()
        if isinstance(part, (Polygon, MultiPolygon))
    ]
    repaired = shapely.union_all(polygons)
    if repaired.is_empty or not isinstance(repaired, (Polygon, MultiPolygon)):
        raise UnusableValueError("GEOMETRIE_INATTENDUE", "contour sans surface")
    remark("GEOMETRIE_REPAREE", f"contour invalide réparé ({shapely.is_valid_reason(shape)})")
    return repaired
