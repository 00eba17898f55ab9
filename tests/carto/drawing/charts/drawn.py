"""What a chart draws, read back from its markup."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Drawn:
    """The elements of a chart by name, its texts and what it says to who does not see it."""

    root: ET.Element

    def all(self, name: str) -> list[dict[str, str]]:
        """Attributes of every element of a name."""
        return [found.attrib for found in self.root.iter(f"{SVG}{name}")]

    @property
    def texts(self) -> list[str]:
        """Words drawn."""
        return [found.text or "" for found in self.root.iter(f"{SVG}text")]

    @property
    def said(self) -> str:
        """Accessible name."""
        return self.root.attrib["aria-label"]


def read(svg: str) -> Drawn:
    """Parse a chart, and hold it to what every drawing of a page must be."""
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    assert root.attrib["role"] == "img"
    assert "style" not in svg
    assert "NaN" not in svg.replace("aria", "")
    return Drawn(root)
