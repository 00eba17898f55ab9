"""The figures side by side: medians, ratios, and the goals they are held to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from bench.browsing import Visit
from bench.building import Build
from carto.french import NBSP, number

KIB = 1024
Measured = TypeVar("Measured")


@dataclass(frozen=True)
class Line:
    """One quantity of both competitors, and the ratio not to exceed when there is a goal."""

    label: str
    unit: str
    decimals: int
    naive: float
    carto: float
    goal: float | None = None

    @property
    def ratio(self) -> float:
        """Carto's figure over folium's."""
        return self.carto / self.naive

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is met, None when there is none."""
        return None if self.goal is None else self.ratio <= self.goal


def compare_builds(naive: Sequence[Build], carto: Sequence[Build]) -> list[Line]:
    """Put the medians of builds side by side; no goal, for the naive path does much less."""
    return [
        Line("construction", "s", 1, *_medians(naive, carto, lambda build: build.seconds)),
        Line("mémoire au plus", "Mio", 0, *_medians(naive, carto, lambda build: build.peak_mib)),
    ]


def compare_visits(naive: Sequence[Visit], carto: Sequence[Visit], drawn_bytes: int) -> list[Line]:
    """Put the medians of visits side by side.

    Parameters
    ----------
    naive, carto
        Visits of each page over one link.
    drawn_bytes
        Bytes of Carto's page when its drawn map is readable; folium's needs all of its own.
    """
    sizes = _medians(naive, carto, lambda visit: visit.bytes / KIB)
    readable = _medians(naive, carto, lambda visit: visit.readable_ms)
    interactive = _medians(naive, carto, lambda visit: visit.interactive_ms)
    return [
        Line("carte lisible", "ms", 0, *readable, goal=0.5),
        Line("octets de la carte lisible", "Kio", 1, sizes[0], drawn_bytes / KIB, goal=0.2),
        Line("carte interactive", "ms", 0, *interactive, goal=1.0),
        Line("octets, tout compris", "Kio", 1, *sizes),
    ]


def _medians(
    naive: Sequence[Measured], carto: Sequence[Measured], of: Callable[[Measured], float]
) -> tuple[float, float]:
    """Medians of one quantity."""
    return median(map(of, naive)), median(map(of, carto))


def table(lines: Sequence[Line]) -> str:
    """Write the comparison as aligned text."""
    rows = [("", "folium", "Carto", "Carto / folium", "objectif"), *map(_cells, lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if position == 0 else cell.rjust(width)
            for position, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _cells(line: Line) -> tuple[str, ...]:
    """Write one line of the table."""
    goal = ""
    if line.goal is not None:
        verdict = "atteint" if line.is_met else "manqué"
        goal = f"≤{NBSP}{number(line.goal, 2)}{NBSP}: {verdict}"
    return (
        f"{line.label} ({line.unit})",
        number(line.naive, line.decimals),
        number(line.carto, line.decimals),
        number(line.ratio, 2),
        goal,
    )
