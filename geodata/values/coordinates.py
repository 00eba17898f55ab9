"""Positions as files really write them; the result is WGS 84, longitude then latitude.

Repaired, with a remark: decimal commas, `48.39 N`, degrees-minutes-seconds, latitude and longitude
swapped (when only the swap falls in France), Lambert-93 metres. A lost minus sign is not repaired
here: proving it takes the contours.
"""

from __future__ import annotations

import re
from functools import cache

from pyproj import Transformer

from geodata.values.numbers import is_missing
from geodata.values.verdicts import Remark

Point = tuple[float, float]

# west, south, east, north of metropolitan France, and of each territory overseas
_METROPOLE = (-5.3, 41.2, 9.7, 51.2)
_ANTILLES = (-63.3, 14.3, -60.7, 18.2)
_OVERSEAS = {
    **dict.fromkeys(("971", "972", "977", "978"), _ANTILLES),
    "973": (-54.7, 2.0, -51.5, 5.9),
    "974": (55.1, -21.5, 55.9, -20.8),
    "975": (-56.6, 46.7, -56.0, 47.2),
    "976": (44.9, -13.1, 45.4, -12.5),
    "986": (-178.3, -14.5, -176.0, -13.1),
    "987": (-154.8, -27.8, -134.3, -7.8),
    "988": (158.2, -22.8, 172.1, -17.8),
}
FRANCE_BOXES = (_METROPOLE, *sorted(set(_OVERSEAS.values())))
LAMBERT_93_BOX = (0.0, 6_000_000.0, 1_300_000.0, 7_200_000.0)

# Degrees that generalised coasts may stick out of a box.
_MARGIN = 0.2

_DEGREES = re.compile(r"([-+]?\d{1,9}(?:[.,]\d*)?)\s*°?\s*([NSEWO]?)", re.IGNORECASE)
_SEXAGESIMAL = re.compile(
    r"(\d{1,3})\s*°\s*(\d{1,2})\s*['′’]\s*(\d{1,2}(?:[.,]\d*)?)\s*(?:\"|″|''|’’)?\s*([NSEWO])",
    re.IGNORECASE,
)


def lies_in_territory(departement: str, bounds: tuple[float, float, float, float]) -> bool:
    """Whether west, south, east and north lie in the box of a département's territory.

    Maps of the whole country draw the territories overseas in insets, off Brittany for instance:
    such a contour is in France, and is not where its commune is.

    >>> lies_in_territory("29", (-4.3, 48.1, -4.2, 48.3))
    True
    >>> lies_in_territory("29", (48.1, -4.3, 48.3, -4.2))
    False
    >>> lies_in_territory("975", (-3.5, 50.0, -3.4, 50.6))
    False
    """
    west, south, east, north = bounds
    left, bottom, right, top = _OVERSEAS.get(departement, _METROPOLE)
    return (
        left - _MARGIN <= west <= east <= right + _MARGIN
        and bottom - _MARGIN <= south <= north <= top + _MARGIN
    )


def read_point(longitude: str, latitude: str, remark: Remark) -> Point | None:
    """Read a position from two cells; None, with a remark, when there is none to use.

    Examples
    --------
    >>> read_point("-4,48", "48,39", lambda code, said: None)
    (-4.48, 48.39)
    """
    if is_missing(longitude) or is_missing(latitude):
        remark("COORDONNEES_ABSENTES", "coordonnées absentes : le lieu n'est pas placé")
        return None
    x, y = _read_degrees(longitude), _read_degrees(latitude)
    if x is None or y is None:
        remark(
            "COORDONNEES_ILLISIBLES",
            f"coordonnées illisibles (« {latitude} », « {longitude} ») : le lieu n'est pas placé",
        )
        return None
    return settle_point(x, y, remark)


def settle_point(x: float, y: float, remark: Remark) -> Point | None:
    """Settle what two numbers mean as a position in France.

    Parameters
    ----------
    x, y
        Longitude and latitude as published, or what stands in their place.
    remark
        Told `COORDONNEES_NULLES` or `COORDONNEES_ILLISIBLES` (no position), or
        `COORDONNEES_INVERSEES`, `COORDONNEES_LAMBERT93` (repaired),
        `COORDONNEES_HORS_FRANCE` (kept).

    Returns
    -------
    tuple or None
        Longitude and latitude in degrees, None without a usable position.
    """
    if unusable := _why_unusable(x, y):
        remark(*unusable)
        return None
    if _is_inside((x, y), LAMBERT_93_BOX):
        longitude, latitude = _lambert_93().transform(x, y)
        remark("COORDONNEES_LAMBERT93", f"mètres Lambert-93 ({x:g}, {y:g}) convertis en degrés")
        return round(longitude, 6), round(latitude, 6)
    if _is_in_france((x, y)):
        return x, y
    if _is_in_france((y, x)):
        remark("COORDONNEES_INVERSEES", f"latitude et longitude échangées ({y:g}, {x:g})")
        return y, x
    remark("COORDONNEES_HORS_FRANCE", f"position hors de France ({y:g}, {x:g}), gardée")
    return x, y


def _why_unusable(x: float, y: float) -> tuple[str, str] | None:
    """Code and sentence when two numbers are no position on Earth, in degrees or Lambert-93."""
    if x == 0 and y == 0:
        return "COORDONNEES_NULLES", "coordonnées 0, 0 : le lieu n'est pas placé"
    if _is_inside((x, y), LAMBERT_93_BOX):
        return None
    if abs(x) <= 180 and abs(y) <= 90:
        return None
    return "COORDONNEES_ILLISIBLES", f"({x:g}, {y:g}) n'est pas une position : lieu non placé"


def _read_degrees(text: str) -> float | None:
    """Read degrees, with or without a hemisphere; None when unreadable."""
    written = text.strip()
    if parts := _SEXAGESIMAL.fullmatch(written):
        degrees, minutes, seconds, hemisphere = parts.groups()
        value = int(degrees) + int(minutes) / 60 + float(seconds.replace(",", ".")) / 3600
    elif parts := _DEGREES.fullmatch(written):
        number, hemisphere = parts.groups()
        value = float(number.replace(",", "."))
    else:
        return None
    return -abs(value) if hemisphere and hemisphere.upper() in "SWO" else value


def _is_inside(point: Point, box: tuple[float, float, float, float]) -> bool:
    west, south, east, north = box
    return west <= point[0] <= east and south <= point[1] <= north


def _is_in_france(point: Point) -> bool:
    return any(_is_inside(point, box) for box in FRANCE_BOXES)


@cache
def _lambert_93() -> Transformer:
    """Lambert-93 to WGS 84 (made once: it costs a few milliseconds)."""
    return Transformer.from_crs("EPSG:2154", "EPSG:4326", always_xy=True)
