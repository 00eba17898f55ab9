"""The shapes that a filter writes, checked and brought to longitude and latitude."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from carto.french import number
from webapp.errors import ParameterError
from webapp.ogc.features.reference_systems import CRS84, ReferenceSystem
from webapp.ogc.filtering.bounds import FILTER

MOST_VERTICES = 1_000
# Pieces that the longest side of a box is cut into, when it bends in longitude and latitude.
_PIECES = 32


def read_shape(node: Any, system: ReferenceSystem = CRS84) -> Any:
    """Read a shape written in a filter.

    Parameters
    ----------
    node
        A GeoJSON geometry, or `{"bbox": [west, south, east, north]}`; a height is left out.
    system
        In which its positions are written.

    Returns
    -------
    shapely.Geometry
        Valid, with at most `MOST_VERTICES` vertices.

    Raises
    ------
    ParameterError
        Saying what is wrong with it.
    """
    # Lazily: only the interfaces of GIS clients need a geometry library.
    import shapely  # noqa: PLC0415
    from shapely.geometry import shape  # noqa: PLC0415

    if not isinstance(node, Mapping) or not ({"bbox", "type"} & node.keys()):
        raise ParameterError(
            FILTER,
            "Une condition spatiale attend une forme, comme POINT(-4.5 48.4) ou "
            "BBOX(-5, 48, -4, 49).",
        )
    try:
        if "bbox" in node:
            drawn = _box(node["bbox"], system)
        else:
            drawn = shapely.force_2d(shape(dict(node)))
            _require_held(shapely.get_coordinates(drawn), system)
            if system is not CRS84:
                drawn = shapely.transform(drawn, system.to_longitudes)
    except (ValueError, TypeError, IndexError, shapely.errors.GEOSException):
        raise ParameterError(
            FILTER,
            "Une forme du filtre est incomplète : un anneau est fermé et a quatre points au "
            "moins, une ligne en a deux.",
        ) from None
    if shapely.get_num_coordinates(drawn) > MOST_VERTICES:
        raise ParameterError(
            FILTER, f"Une forme du filtre a trop de points ({number(MOST_VERTICES)} au plus)."
        )
    _require_usable(drawn)
    return drawn


def _require_usable(drawn: Any) -> None:
    """Refuse a shape that is empty or crosses itself."""
    import shapely  # noqa: PLC0415

    if shapely.is_empty(drawn):
        raise ParameterError(FILTER, "Une forme du filtre est vide.")
    if not shapely.is_valid(drawn):
        raise ParameterError(
            FILTER, "Une forme du filtre se recoupe elle-même : corrigez son contour."
        )


def _require_held(positions: Iterable[Sequence[float]], system: ReferenceSystem) -> None:
    """Refuse positions that the system has nowhere on the Earth."""
    if not all(system.may_hold(first, second) for first, second in positions):
        raise ParameterError(
            FILTER,
            "Une forme du filtre sort de la Terre : donnez la longitude puis la latitude en "
            "degrés, ou dites le système de coordonnées avec filter-crs.",
        )


def _box(sides: Any, system: ReferenceSystem) -> Any:
    """Draw a box; one whose west is past its east goes through the antimeridian."""
    import shapely  # noqa: PLC0415

    if len(sides) not in (4, 6) or not all(isinstance(side, (int, float)) for side in sides):
        raise ParameterError(
            FILTER, "BBOX attend quatre nombres : ouest, sud, est, nord, comme (-5, 48, -4, 49)."
        )
    first, last = sides[:2], sides[len(sides) // 2 :][:2]
    _require_held((first, last), system)
    (west, south), (east, north) = (
        (corner[::-1] if system.is_latitude_first else corner) for corner in (first, last)
    )
    if south > north or (west > east and not system.is_in_degrees):
        raise ParameterError(FILTER, "BBOX attend le plus petit coin avant le plus grand.")
    if west > east:
        parts = [_rectangle(west, south, 180, north), _rectangle(-180, south, east, north)]
        return shapely.union_all(parts)
    drawn = _rectangle(west, south, east, north)
    if system.is_in_degrees:
        return drawn
    longest = max(east - west, north - south)
    bent = shapely.segmentize(drawn, longest / _PIECES) if longest else drawn
    return shapely.transform(bent, system.to_longitudes)


def _rectangle(west: float, south: float, east: float, north: float) -> Any:
    """Draw a rectangle; a line or a point where it has no width or no height."""
    import shapely  # noqa: PLC0415

    corners = list(dict.fromkeys([(west, south), (east, south), (east, north), (west, north)]))
    if len(corners) == 1:
        return shapely.Point(corners[0])
    return shapely.LineString(corners) if len(corners) == 2 else shapely.Polygon(corners)
