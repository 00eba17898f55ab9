"""What another site pastes to show a map: a frame, an image, each with a way to the whole page."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

DEFAULT_WIDTH, DEFAULT_HEIGHT = 800, 640
_PERMISSIONS = "fullscreen"


@dataclass(frozen=True)
class EmbedCode:
    """Addresses of a map, complete from `https://` on, and what it is called.

    Attributes
    ----------
    title
        Accessible name of the frame, text of the image.
    page, frame
        Addresses of the whole page and of the page to frame.
    image, drawing, thumbnail
        Addresses of the sheet as PNG, of the map as SVG, of the sheet in small.
    script
        Address of the script that gives frames their height.
    """

    title: str
    page: str
    frame: str
    image: str
    drawing: str
    thumbnail: str
    script: str

    def iframe(self, width: str = "100%", height: int = DEFAULT_HEIGHT) -> str:
        """Write the frame alone, as oEmbed hands it over."""
        return (
            f'<iframe title="{escape(self.title)}" src="{escape(self.frame)}" width="{width}"'
            f' height="{height}" style="border:0" loading="lazy" allow="{_PERMISSIONS}"'
            ' referrerpolicy="strict-origin-when-cross-origin"></iframe>'
        )

    def html(self, width: str, height: int, *, resizes: bool = False) -> str:
        """Write the frame, the link that stays readable without it, and the script of its height.

        Parameters
        ----------
        width, height
            Of the frame; the height in pixels, until the script sets it.
        resizes
            Whether to add the script.
        """
        lines = [
            self.iframe(width, height),
            f'<p><a href="{escape(self.page)}">Voir la carte et le tableau des données</a></p>',
        ]
        if resizes:
            lines.append(f'<script src="{escape(self.script)}" async></script>')
        return "\n".join(lines)

    def picture(self) -> str:
        """Write the image, which leads to the page."""
        return (
            f'<a href="{escape(self.page)}"><img src="{escape(self.image)}"'
            f' alt="{escape(self.title)}" style="max-width:100%;height:auto"></a>'
        )
