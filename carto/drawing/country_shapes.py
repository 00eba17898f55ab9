"""The shapes of the map of France, already projected: all that drawing it needs.

Made once per build (`carto.drawing.country_projection`) and stored as JSON. Coordinates are those
of an SVG view box: x to the right, y down, north up.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

# Where a snapshot of the whole of France keeps them.
COUNTRY_PATH = "maps/france.json"


@dataclass(frozen=True)
class Frame:
    """A part of the map with its own scale: the mainland, an overseas département, a close-up.

    Attributes
    ----------
    nom
        What it shows; empty for the main frame, which needs no words.
    x, y, width, height
        Where it lies in the view box.
    departements
        SVG path data by code of département, in the order of the codes.
    """

    nom: str
    x: int
    y: int
    width: int
    height: int
    departements: Mapping[str, str]


@dataclass(frozen=True)
class CountryShapes:
    """The départements of France in their frames.

    Attributes
    ----------
    width, height
        Size of the view box.
    frames
        The mainland first; a département may be in two of them.
    """

    width: int
    height: int
    frames: tuple[Frame, ...]

    def to_json(self) -> str:
        """Write the shapes as compact JSON, the same bytes for the same shapes."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str | bytes) -> CountryShapes:
        """Read shapes written by `to_json`.

        Raises
        ------
        ValueError
            When the text is not JSON.
        TypeError
            When a field is missing or unknown.
        """
        fields = json.loads(text)
        frames = tuple(Frame(**frame) for frame in fields.pop("frames"))
        return cls(**fields, frames=frames)
