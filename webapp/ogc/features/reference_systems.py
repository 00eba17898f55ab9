"""The coordinate reference systems of the features: how they are named, read and written.

Positions are published in longitude and latitude (CRS84), to a metre. What is written in another
system is computed for the answer, rounded to a millimetre; Lambert-93 is made for the mainland and
Corsica, and its coordinates overseas are exact in the formula and of no use on a map.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.said_back import said_back
from webapp.errors import ParameterError

Positions = NDArray[np.float64]

_EPSG = "http://www.opengis.net/def/crs/EPSG/0/"
_TRANSFORMING = threading.Lock()
_LARGEST_METRES = 1e8


@dataclass(frozen=True)
class ReferenceSystem:
    """One of the systems that coordinates can be asked in.

    Attributes
    ----------
    uri
        Its name in the standard.
    epsg
        Its code.
    is_latitude_first
        Whether its first axis is the latitude.
    is_in_degrees
        Whether it measures angles, or metres.
    label
        How people call it.
    """

    uri: str
    epsg: int
    is_latitude_first: bool
    is_in_degrees: bool
    label: str

    def of_longitudes(self, positions: Positions) -> Positions:
        """Write longitudes and latitudes in this system."""
        if self.is_in_degrees:
            return positions[:, ::-1] if self.is_latitude_first else positions
        east, north = _transform(_transformer(4326, self.epsg), positions)
        return np.round(np.column_stack((east, north)), 3)

    def to_longitudes(self, positions: Positions) -> Positions:
        """Bring positions of this system to longitudes and latitudes."""
        if self.is_in_degrees:
            return positions[:, ::-1] if self.is_latitude_first else positions
        longitudes, latitudes = _transform(_transformer(self.epsg, 4326), positions)
        return np.column_stack((longitudes, latitudes))

    def may_hold(self, first: float, second: float) -> bool:
        """Whether two numbers may be a position of this system.

        >>> CRS84.may_hold(-4.49, 48.39), EPSG_4326.may_hold(48.39, -104.49)
        (True, True)
        >>> CRS84.may_hold(48.39, -104.49), LAMBERT_93.may_hold(float("nan"), 0.0)
        (False, False)
        """
        if not self.is_in_degrees:
            return all(math.isfinite(n) and abs(n) <= _LARGEST_METRES for n in (first, second))
        longitude, latitude = (second, first) if self.is_latitude_first else (first, second)
        return abs(longitude) <= 180 and abs(latitude) <= 90


CRS84 = ReferenceSystem(
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326, False, True, "longitude, latitude"
)
EPSG_4326 = ReferenceSystem(f"{_EPSG}4326", 4326, True, True, "latitude, longitude (WGS 84)")
LAMBERT_93 = ReferenceSystem(f"{_EPSG}2154", 2154, False, False, "Lambert-93")
WEB_MERCATOR = ReferenceSystem(f"{_EPSG}3857", 3857, False, False, "Mercator du web")
SYSTEMS = {system.uri: system for system in (CRS84, EPSG_4326, LAMBERT_93, WEB_MERCATOR)}
_SHORT = {
    "CRS84": CRS84,
    **{f"EPSG:{system.epsg}": system for system in SYSTEMS.values() if system is not CRS84},
}


def read_system(name: str, text: str | None) -> ReferenceSystem:
    """Read the name of a system: its URI, its safe CURIE or its usual code; CRS84 without any.

    Parameters
    ----------
    name
        The parameter, for messages.
    text
        What was written.

    Raises
    ------
    ParameterError
        When it is none of those that can be asked for.

    Examples
    --------
    >>> read_system("crs", "http://www.opengis.net/def/crs/EPSG/0/2154").label
    'Lambert-93'
    >>> read_system("crs", "[EPSG:4326]") is read_system("crs", "EPSG:4326")
    True
    """
    if text is None:
        return CRS84
    found = SYSTEMS.get(text) or _SHORT.get(text.removeprefix("[").removesuffix("]"))
    if found is None:
        raise ParameterError(
            name,
            f"« {name}={said_back(text)} » n'est pas servi ; il y a {', '.join(SYSTEMS)}.",
        )
    return found


def project(shapes: NDArray[np.object_], write: Callable[[Positions], Positions]) -> Any:
    """Write geometries in another system, position by position.

    Parameters
    ----------
    shapes
        Shapely geometries.
    write
        Turns an array of positions into another.
    """
    # Lazily: only the interfaces of GIS clients need a geometry library.
    import shapely  # noqa: PLC0415

    return shapely.transform(shapes, write)


@lru_cache(maxsize=8)
def _transformer(origin: int, target: int) -> Any:
    """Prepare the computation from a system to another, first axis to the east."""
    # Lazily: only what is asked in metres needs it.
    import pyproj  # noqa: PLC0415

    return pyproj.Transformer.from_crs(origin, target, always_xy=True)


def _transform(transformer: Any, positions: Positions) -> tuple[Any, Any]:
    """Compute, one thread at a time: a transformer is not made to be shared."""
    with _TRANSFORMING:
        first, second = transformer.transform(positions[:, 0], positions[:, 1])
    return first, second
