"""The choices of a printed map in its address: paper, direction, fineness of the image."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto.drawing.paper.sheets import DIRECTIONS, PAPERS, Sheet, best_direction
from carto.drawing.shapes import MapShapes
from carto.said_back import said_back

DEFAULT_PAPER = "a4"
DEFAULT_DOTS = 200
DOTS_PER_INCH = (72, 200)
PRINT_PARAMETERS = ("papier", "sens", "ppp")


@dataclass(frozen=True)
class PrintChoice:
    """What a reader chose of the sheet.

    Attributes
    ----------
    paper
        A key of `PAPERS`.
    direction
        `paysage` or `portrait`; None for the one in which the map is the largest.
    dots
        Dots per inch of the image: 72 for a thumbnail, 200 for paper.
    """

    paper: str = DEFAULT_PAPER
    direction: str | None = None
    dots: int = DEFAULT_DOTS

    def query(self) -> dict[str, str]:
        """Write the parameters of an address, defaults left out.

        >>> PrintChoice("a3", "portrait").query(), PrintChoice().query()
        ({'papier': 'a3', 'sens': 'portrait'}, {})
        """
        written = {} if self.paper == DEFAULT_PAPER else {"papier": self.paper}
        if self.direction is not None:
            written["sens"] = self.direction
        return written if self.dots == DEFAULT_DOTS else {**written, "ppp": str(self.dots)}

    def sheet(self, shapes: MapShapes) -> Sheet:
        """Sheet for a territory of these shapes."""
        return Sheet(self.paper, self.direction or best_direction(shapes.width, shapes.height))


def read_print_choice(query: Mapping[str, str]) -> tuple[PrintChoice, tuple[str, ...]]:
    """Read the choices of an address.

    Returns
    -------
    tuple
        Usable choices, and one French notice per value that was replaced by its default.
    """
    notices = []
    paper = query.get("papier") or DEFAULT_PAPER
    if paper not in PAPERS:
        notices.append(f"« papier={said_back(paper)} » n'est pas compris (a4 ou a3) : feuille A4.")
        paper = DEFAULT_PAPER
    direction = query.get("sens") or None
    if direction is not None and direction not in DIRECTIONS:
        notices.append(
            f"« sens={said_back(direction)} » n'est pas compris (paysage ou portrait) : "
            "le sens qui agrandit le plus la carte est choisi."
        )
        direction = None
    dots = query.get("ppp") or str(DEFAULT_DOTS)
    if dots not in map(str, DOTS_PER_INCH):
        notices.append(
            f"« ppp={said_back(dots)} » n'est pas compris (72 ou 200) : 200 points par pouce."
        )
        dots = str(DEFAULT_DOTS)
    return PrintChoice(paper, direction, int(dots)), tuple(notices)
