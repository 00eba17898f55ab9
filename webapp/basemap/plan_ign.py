"""Tiles of Plan IGN from the Géoplateforme, by way of the disk, within strict bounds.

The host is fixed, the tile is three whole numbers, nothing of the visitor is passed on. A tile
that does not come within five seconds is blank, and the host is then left alone for a while: a
map without its basemap is still a map.
"""

from __future__ import annotations

import logging
import math
import threading
import time

import requests

from webapp.basemap.tile_cache import TileCache

PLAN_IGN = (
    "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
    "&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM"
    "&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"
)
DEEPEST_ZOOM = 16
MOST_BYTES = 1 << 20
TIMEOUT_S = 5
REST_S = 60.0
MARGIN_DEG = 1.0
_PNG = b"\x89PNG\r\n\x1a\n"
_LOGGER = logging.getLogger(__name__)

Box = tuple[float, float, float, float]


class PlanIgn:
    """Where the tiles of the basemap come from.

    Parameters
    ----------
    cache
        Tiles asked for before.
    address
        Address of a tile, with `{z}`, `{x}` and `{y}`.
    """

    def __init__(self, cache: TileCache, address: str = PLAN_IGN) -> None:
        self._cache = cache
        self._address = address
        self._lock = threading.Lock()
        self._resting_until = 0.0

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        """Return a tile as PNG; None when it cannot be had now.

        Parameters
        ----------
        z, x, y
            Zoom, column and row (Web Mercator, origin in the north-west).
        """
        name = f"{z}-{x}-{y}.png"
        found = self._cache.read(name)
        if found is not None:
            return found
        with self._lock:
            if time.monotonic() < self._resting_until:
                return None
        tile = self._ask(self._address.format(z=z, x=x, y=y))
        if tile is None:
            with self._lock:
                self._resting_until = time.monotonic() + REST_S
            return None
        self._cache.keep(name, tile)
        return tile

    def _ask(self, address: str) -> bytes | None:
        """Ask the host for a tile, without redirection, cookie or word of the visitor."""
        try:
            with requests.get(
                address,
                timeout=TIMEOUT_S,
                allow_redirects=False,
                stream=True,
                headers={"User-Agent": "carto", "Accept": "image/png"},
            ) as answer:
                tile = answer.raw.read(MOST_BYTES + 1, decode_content=True)
                is_tile = answer.status_code == 200 and tile.startswith(_PNG)
        except (requests.RequestException, OSError) as error:
            _LOGGER.warning("fond de plan indisponible : %s", error)
            return None
        return tile if is_tile and len(tile) <= MOST_BYTES else None


def box_of(z: int, x: int, y: int) -> Box:
    """West, south, east and north of a tile, in degrees.

    >>> box_of(1, 0, 0)
    (-180.0, 0.0, 0.0, 85.0511287798066)
    """
    side = 2**z
    north, south = (
        math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * row / side)))) for row in (y, y + 1)
    )
    return 360 * x / side - 180, south, 360 * (x + 1) / side - 180, north


def is_near(z: int, x: int, y: int, box: Box) -> bool:
    """Whether a tile exists and touches a box of degrees, or nearly so.

    >>> is_near(8, 124, 88, (-5.2, 47.7, -3.3, 48.8)), is_near(8, 0, 0, (-5.2, 47.7, -3.3, 48.8))
    (True, False)
    """
    if not (0 <= z <= DEEPEST_ZOOM and 0 <= x < 2**z and 0 <= y < 2**z):
        return False
    west, south, east, north = box_of(z, x, y)
    return (
        west <= box[2] + MARGIN_DEG
        and east >= box[0] - MARGIN_DEG
        and south <= box[3] + MARGIN_DEG
        and north >= box[1] - MARGIN_DEG
    )
