"""The shapes of a map, already projected: all that drawing needs, without a geometry library.

Made once per territory at build time (`carto.drawing.projection`), stored as JSON, read at each
request. Coordinates are those of an SVG view box: x to the right, y down, north up.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class MapShapes:
    """Projected shapes of one territory.

    Attributes
    ----------
    territory
        French name of the territory, e.g. « Finistère ».
    width, height
        Size of the view box.
    epsg, projection
        The projection, by code and in words, e.g. 2154 and « Lambert-93 ».
    units_per_km
        Length of a kilometre in units of the view box.
    communes
        SVG path data by `code_insee`, in the order of the codes; never empty.
    anchors
        A point inside each commune, by `code_insee`.
    epci_borders
        SVG path data of the borders between EPCI (not the outer outline); may be empty.
    outline
        SVG path data of the outer outline of the territory.
    sites
        Point of each place that falls in the view box, by site id.
    names
        Middle of the baseline of the names of the main communes, by `code_insee`, the most
        populated first; no name covers another, nor a place.
    """

    territory: str
    width: int
    height: int
    epsg: int
    projection: str
    units_per_km: float
    communes: Mapping[str, str]
    anchors: Mapping[str, Point]
    epci_borders: str
    outline: str
    sites: Mapping[str, Point]
    names: Mapping[str, Point]

    def to_json(self) -> str:
        """Write the shapes as compact JSON, the same bytes for the same shapes."""
        return json.dumps(vars(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str | bytes) -> MapShapes:
        """Read shapes written by `to_json`.

        Raises
        ------
        ValueError
            When the text is not JSON.
        TypeError
            When a field is missing or unknown.
        """
        fields = json.loads(text)
        for name in ("anchors", "sites", "names"):
            fields[name] = {key: (x, y) for key, (x, y) in fields.get(name, {}).items()}
        return cls(**fields)
