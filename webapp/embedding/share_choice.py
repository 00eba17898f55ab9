"""The choices of the configurator that only concern the frame around the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto.said_back import said_back
from webapp.embedding.embed_code import DEFAULT_HEIGHT

SHARE_PARAMETERS = ("hauteur", "largeur", "script")
LEAST_WIDTH, MOST_WIDTH = 280, 1600
LEAST_HEIGHT, MOST_HEIGHT = 300, 2000


@dataclass(frozen=True)
class ShareChoice:
    """Size of the frame.

    Attributes
    ----------
    width
        Pixels; None for the whole width there is.
    height
        Pixels.
    resizes
        Whether a script gives the frame the height of its content.
    """

    width: int | None = None
    height: int = DEFAULT_HEIGHT
    resizes: bool = False

    @property
    def written_width(self) -> str:
        """Width as an attribute.

        >>> ShareChoice().written_width, ShareChoice(400).written_width
        ('100%', '400')
        """
        return "100%" if self.width is None else str(self.width)


def read_share_choice(query: Mapping[str, str]) -> tuple[ShareChoice, tuple[str, ...]]:
    """Read the choices of an address.

    Returns
    -------
    tuple
        Usable choices, and one French notice per value that was replaced by its default.
    """
    notices: list[str] = []
    width = _pixels(query, "largeur", (LEAST_WIDTH, MOST_WIDTH), notices)
    height = _pixels(query, "hauteur", (LEAST_HEIGHT, MOST_HEIGHT), notices)
    script = query.get("script") or "0"
    if script not in ("0", "1"):
        notices.append(f"« script={said_back(script)} » n'est pas compris (0 ou 1) : sans effet.")
    choice = ShareChoice(width, DEFAULT_HEIGHT if height is None else height, script == "1")
    return choice, tuple(notices)


def _pixels(
    query: Mapping[str, str], name: str, bounds: tuple[int, int], notices: list[str]
) -> int | None:
    """Read a number of pixels within bounds; None when it is absent or not understood."""
    text = query.get(name) or None
    if text is None:
        return None
    is_number = text.isascii() and text.isdigit() and len(text) <= 4
    if is_number and bounds[0] <= int(text) <= bounds[1]:
        return int(text)
    notices.append(
        f"« {name}={said_back(text)} » n'est pas compris (de {bounds[0]} à {bounds[1]} pixels) : "
        "sans effet."
    )
    return None
