"""The metric projections of France as formulas: degrees in, metres out, on plain arrays.

Lambert's conformal conic on two parallels, and the transverse Mercator of UTM zones (Krüger's
series), both on the ellipsoid GRS 80 that all the French systems share. They agree to a
tenth of a millimetre with the library that the build projects with, which no service loads; in
French Polynesia, whose system it shifts by half a metre, to that half metre.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

from carto.crs import LAMBERT_93, metric_crs

Floats = NDArray[np.float64]

SEMI_MAJOR_M = 6378137.0
FLATTENING = 1 / 298.257222101
ECCENTRICITY = float(np.sqrt(FLATTENING * (2 - FLATTENING)))

UTM_SCALE = 0.9996
UTM_EAST_M = 500_000.0
UTM_SOUTH_M = 10_000_000.0
# EPSG code of a UTM projection: its central meridian, and whether it is of the south.
_UTM = {
    **{5490: (-63.0, False), 4467: (-57.0, False), 2972: (-51.0, False)},
    **{4471: (45.0, True), 2975: (57.0, True), 8903: (-177.0, True), 3297: (-147.0, True)},
}


@dataclass(frozen=True)
class Cone:
    """A Lambert projection: two parallels and an origin in degrees, and metres at the origin."""

    parallels: tuple[float, float]
    longitude: float
    latitude: float
    east_m: float
    north_m: float


_CONES = {
    LAMBERT_93: Cone((44.0, 49.0), 3.0, 46.5, 700_000.0, 6_600_000.0),
    3163: Cone((-20 - 2 / 3, -22 - 1 / 3), 166.0, -21.5, 400_000.0, 300_000.0),
}


@overload
def to_metres(longitude: float, latitude: float, departement: str) -> tuple[float, float]: ...
@overload
def to_metres(longitude: Floats, latitude: Floats, departement: str) -> tuple[Floats, Floats]: ...
def to_metres(
    longitude: float | Floats, latitude: float | Floats, departement: str
) -> tuple[float, float] | tuple[Floats, Floats]:
    """Project points in the legal projection of a département.

    Parameters
    ----------
    longitude, latitude
        Degrees, in any French system of today or WGS 84.
    departement
        Code of a département or of a collectivité, see `carto.crs.metric_crs`.

    Returns
    -------
    tuple of float, or of numpy.ndarray of float
        Easting and northing, metres.

    Examples
    --------
    >>> x, y = to_metres(-4.486, 48.39, "29")
    >>> round(x), round(y)
    (146636, 6836217)
    """
    degrees = np.asarray(longitude, dtype=float), np.asarray(latitude, dtype=float)
    epsg = metric_crs(departement)
    if epsg in _CONES:
        x, y = _conic(*degrees, _CONES[epsg])
    else:
        meridian, is_south = _UTM[epsg]
        x, y = _transverse(*degrees, meridian, UTM_SOUTH_M if is_south else 0.0)
    return (float(x), float(y)) if np.ndim(x) == 0 else (x, y)


def _conic(longitude: Floats, latitude: Floats, cone: Cone) -> tuple[Floats, Floats]:
    """Project on a cone that cuts the ellipsoid along two parallels."""
    first, second = np.radians(cone.parallels)
    narrowing = float(
        np.log(_parallel(first) / _parallel(second)) / (_isometric(second) - _isometric(first))
    )
    scale = SEMI_MAJOR_M * _parallel(first) * np.exp(narrowing * _isometric(first)) / narrowing

    def radius(radians: Floats) -> Floats:
        return np.asarray(scale * np.exp(-narrowing * _isometric(radians)))

    angle = narrowing * np.radians(longitude - cone.longitude)
    here, origin = radius(np.radians(latitude)), radius(np.radians(np.float64(cone.latitude)))
    return cone.east_m + here * np.sin(angle), cone.north_m + origin - here * np.cos(angle)


def _transverse(
    longitude: Floats, latitude: Floats, meridian: float, north_m: float
) -> tuple[Floats, Floats]:
    """Project on a cylinder along a meridian, by Krüger's series to its fourth term."""
    third = FLATTENING / (2 - FLATTENING)
    radius = SEMI_MAJOR_M / (1 + third) * (1 + third**2 / 4 + third**4 / 64)
    east = np.radians(longitude - meridian)
    conformal = np.sinh(_isometric(np.radians(latitude)))
    xi = np.arctan2(conformal, np.cos(east))
    eta = np.arcsinh(np.sin(east) / np.hypot(conformal, np.cos(east)))
    series = list(enumerate(_kruger(third), start=1))
    x = eta + sum(a * np.cos(2 * k * xi) * np.sinh(2 * k * eta) for k, a in series)
    y = xi + sum(a * np.sin(2 * k * xi) * np.cosh(2 * k * eta) for k, a in series)
    return (
        UTM_EAST_M + UTM_SCALE * radius * np.asarray(x),
        north_m + UTM_SCALE * radius * np.asarray(y),
    )


def _kruger(third: float) -> tuple[float, float, float, float]:
    """Coefficients of the series, from the third flattening."""
    return (
        third / 2 - 2 * third**2 / 3 + 5 * third**3 / 16 + 41 * third**4 / 180,
        13 * third**2 / 48 - 3 * third**3 / 5 + 557 * third**4 / 1440,
        61 * third**3 / 240 - 103 * third**4 / 140,
        49561 * third**4 / 161280,
    )


def _isometric(radians: Floats) -> Floats:
    """Isometric latitude: what a conformal projection counts northwards."""
    sine = np.sin(radians)
    return np.asarray(np.arctanh(sine) - ECCENTRICITY * np.arctanh(ECCENTRICITY * sine))


def _parallel(radians: float) -> float:
    """Radius of a parallel, in semi-major axes."""
    return float(np.cos(radians) / np.sqrt(1 - (ECCENTRICITY * np.sin(radians)) ** 2))
