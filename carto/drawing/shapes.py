"""The shapes of a map, already projected: all that drawing needs, without a geometry library.

Made once per territory at build time (`carto.drawing.projecting`), stored as JSON, read at each
request. Coordinates are those of an SVG view box: x to the right, y down, north up.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Inset:
    """A frame inside a map with its own scale: an overseas département, a close-up.

    Attributes
    ----------
    nom
        What it shows.
    x, y, width, height
        Where it lies in the view box.
    """

    nom: str
    x: int
    y: int
    width: int
    height: int


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
        The projection, by code and in words, e.g. 2154 and « Lambert-93 »; that of the insets is
        their own.
    units_per_km
        Length of a kilometre in lengths of the view box, outside the insets.
    units
        SVG path data of what is coloured, by code, in the order of the codes; never empty. A unit
        that is in an inset too is drawn in both.
    anchors
        A point inside each unit, by code.
    borders
        SVG path data of the borders between the wider territories that the units make up, EPCI for
        communes (not the outer outline); may be empty.
    outline
        SVG path data of the outer outline of the territory.
    sites
        Point of each place that falls in the view box, by site id.
    names
        Middle of the baseline of the names of the main communes, by name, the most populated
        first; no name covers another, nor a place.
    insets
        Frames with a scale of their own; empty but for France.
    """

    territory: str
    width: int
    height: int
    epsg: int
    projection: str
    units_per_km: float
    units: Mapping[str, str]
    anchors: Mapping[str, Point]
    borders: str
    outline: str
    sites: Mapping[str, Point]
    names: Mapping[str, Point]
    insets: tuple[Inset, ...] = ()

    def to_json(self) -> str:
        """Write the shapes as compact JSON, the same bytes for the same shapes."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

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
        insets = tuple(Inset(**inset) for inset in fields.pop("insets", ()))
        return cls(**fields, insets=insets)
