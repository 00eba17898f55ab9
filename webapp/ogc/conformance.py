"""The classes of requirements of the standards that this service meets, each held by tests."""

from __future__ import annotations

from webapp.ogc.filtering.languages import CONFORMANCE_CLASSES as FILTERING
from webapp.ogc.tiles.tile_sets import CONFORMANCE as TILES

_COMMON = "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/"
_COMMON_2 = "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/"
_FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/"
_SYSTEMS = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/"

CLASSES = (
    *(f"{_COMMON}{name}" for name in ("core", "landing-page", "json", "html", "oas30")),
    f"{_COMMON_2}collections",
    *(f"{_FEATURES}{name}" for name in ("core", "oas30", "html", "geojson")),
    f"{_SYSTEMS}crs",
    *FILTERING,
    *TILES,
)
