"""The view box of a map: where metres fall in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MARGIN = 6
# Height over width that no map exceeds.
TALLEST = 1.4


@dataclass(frozen=True)
class Box:
    """A view box and how metres are placed in it: one scale, y downwards."""

    width: int
    height: int
    scale: float
    left: float
    top: float

    def place(self, metres: NDArray[np.float64]) -> NDArray[np.float64]:
        """Place points, shape (n, 2), in the view box."""
        return metres * (self.scale, -self.scale) + (self.left, self.top)


def fit_width(bounds: NDArray[np.float64], width: int) -> Box:
    """Fit bounds in metres into a view box of a width; its height follows from theirs."""
    west, south, east, north = bounds
    room = width - 2 * MARGIN
    scale = float(min(room / (east - west), TALLEST * room / (north - south)))
    height = round(scale * (north - south)) + 2 * MARGIN
    left = (width - scale * (east - west)) / 2
    return Box(width, height, scale, left - scale * west, MARGIN + scale * north)


def fit_place(bounds: NDArray[np.float64], place: tuple[int, int, int, int], foot: int = 0) -> Box:
    """Fit bounds in metres into a part of a view box.

    Parameters
    ----------
    bounds
        West, south, east, north.
    place
        Left, top, width, height of the part.
    foot
        Height kept free under the shapes.
    """
    west, south, east, north = bounds
    x, y, width, height = place
    room = (width - 2 * MARGIN, height - 2 * MARGIN - foot)
    scale = float(min(room[0] / (east - west), room[1] / (north - south)))
    left = x + MARGIN + (room[0] - scale * (east - west)) / 2
    top = y + MARGIN + (room[1] - scale * (north - south)) / 2
    return Box(width, height, scale, left - scale * west, top + scale * north)
