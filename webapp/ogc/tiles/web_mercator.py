"""WebMercatorQuad, the grid of the tiles, in the words of the OGC (Tile Matrix Set, 2.0).

A zoom is a tile matrix: 2ᶻ columns and 2ᶻ rows of square tiles, from the north-west corner.
"""

from __future__ import annotations

import math
from typing import Any

from webapp.ogc.features.reference_systems import WEB_MERCATOR

GRID = "WebMercatorQuad"
GRID_URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"
LAST_ZOOM = 24

_SIDE = 256
_EDGE = math.pi * 6378137.0
# Pixel of the standard, in metres.
_PIXEL = 0.00028
_NORTHERNMOST = math.degrees(math.atan(math.sinh(math.pi)))


def grid_document() -> dict[str, Any]:
    """Define the grid.

    Examples
    --------
    >>> grid_document()["tileMatrices"][0]["scaleDenominator"]
    559082264.0287178
    """
    return {
        "id": GRID,
        "title": "Google Maps Compatible for the World",
        "uri": GRID_URI,
        "crs": WEB_MERCATOR.uri,
        "orderedAxes": ["X", "Y"],
        "wellKnownScaleSet": "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        "tileMatrices": [_matrix(zoom) for zoom in range(LAST_ZOOM + 1)],
    }


def _matrix(zoom: int) -> dict[str, Any]:
    """Define a zoom."""
    cell = 2 * _EDGE / (_SIDE * 2**zoom)
    return {
        "id": str(zoom),
        "scaleDenominator": cell / _PIXEL,
        "cellSize": cell,
        "pointOfOrigin": [-_EDGE, _EDGE],
        "tileWidth": _SIDE,
        "tileHeight": _SIDE,
        "matrixWidth": 2**zoom,
        "matrixHeight": 2**zoom,
    }


def limits(bounds: tuple[float, float, float, float], zoom: int) -> dict[str, Any]:
    """Say which tiles of a zoom may hold something.

    Parameters
    ----------
    bounds
        West, south, east and north of what is drawn, in degrees.
    zoom
        A zoom.

    Examples
    --------
    >>> limits((-5.2, 47.7, -3.3, 48.8), 7)
    {'tileMatrix': '7', 'minTileRow': 44, 'maxTileRow': 44, 'minTileCol': 62, 'maxTileCol': 62}
    """
    west, south, east, north = bounds
    return {
        "tileMatrix": str(zoom),
        "minTileRow": _row(north, zoom),
        "maxTileRow": _row(south, zoom),
        "minTileCol": _column(west, zoom),
        "maxTileCol": _column(east, zoom),
    }


def _column(longitude: float, zoom: int) -> int:
    """Column of the tile of a longitude."""
    return _within((longitude + 180) / 360, zoom)


def _row(latitude: float, zoom: int) -> int:
    """Row of the tile of a latitude."""
    held = math.radians(max(-_NORTHERNMOST, min(_NORTHERNMOST, latitude)))
    share = (1 - math.asinh(math.tan(held)) / math.pi) / 2
    return _within(share, zoom)


def _within(share: float, zoom: int) -> int:
    """Find the tile at a share of the side of the grid, kept on the grid."""
    side: int = 2**zoom
    return max(0, min(side - 1, int(share * side)))
