"""The map of France as SVG text: départements by the share of people in under-served communes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carto import french
from carto.drawing import hatching, palettes
from carto.drawing.country_shapes import CountryShapes, Frame
from carto.drawing.legend import LegendEntry
from carto.drawing.steps import labels
from carto.drawing.svg import element, text
from carto.drawing.wording import Row
from carto.french import NBSP

BOUNDS_PCT = (1.0, 2.0, 5.0, 10.0)
NAME_SIZE = 16
NAME_RISE = 9
PREFIX = "carte-france"


@dataclass(frozen=True)
class ShareOfPeople:
    """How many of the people of a territory live in an under-served commune.

    Attributes
    ----------
    people, population
        Counts; None when not known.
    """

    people: int | None
    population: int | None

    @property
    def share(self) -> float | None:
        """Share, 0 to 1; None when a count is not known, or nobody lives there."""
        return (
            self.people / self.population if self.people is not None and self.population else None
        )

    @property
    def step(self) -> int | None:
        """Right-open step of the share among `BOUNDS_PCT`; None without a share."""
        return None if self.share is None else bisect_right(BOUNDS_PCT, 100 * self.share)


def share_of(row: Row) -> ShareOfPeople:
    """Read the counts of a published territory."""
    return ShareOfPeople(row["population_underserved"], row["population"])  # type: ignore[arg-type]


def country_legend(rows: Sequence[Row]) -> list[LegendEntry]:
    """Count départements and their inhabitants by step; those without a share come last.

    Parameters
    ----------
    rows
        Published départements.
    """
    names: list[tuple[int | None, str, str]] = [
        (index, label, palettes.ORRD[index])
        for index, label in enumerate(labels(BOUNDS_PCT, "%", alert=-1))
    ]
    entries = []
    for index, label, colour in [*names, (None, french.MISSING, palettes.MISSING)]:
        shares = [share for row in rows if (share := share_of(row)).step == index]
        known = [share.population for share in shares if share.population is not None]
        entries.append(
            LegendEntry(
                index=index,
                key="absente" if index is None else str(index),
                label=label,
                colour=colour,
                is_worst=False,
                communes=len(shares),
                population=sum(known) if known or not shares else None,
            )
        )
    return entries


def draw_country(shapes: CountryShapes, rows: Sequence[Row]) -> str:
    """Draw the départements, each a link to its page with its value as a tooltip.

    Parameters
    ----------
    shapes
        Projected shapes.
    rows
        Published départements; one without a shape is not drawn.

    Returns
    -------
    str
        One `<svg>` element, hidden from assistive technology: the list of the départements in the
        page is its accessible equivalent.
    """
    row_of = {str(row["code_departement"]): row for row in rows}
    fills = {entry.index: hatching.fill(entry, PREFIX) for entry in country_legend(rows)}
    drawn = "".join(_draw_frame(frame, row_of, fills) for frame in shapes.frames)
    return element(
        "svg",
        hatching.patterns([], PREFIX) + drawn,
        xmlns="http://www.w3.org/2000/svg",
        class_="carte-svg",
        viewBox=f"0 0 {shapes.width} {shapes.height}",
        font_family="system-ui, sans-serif",
        aria_hidden="true",
        focusable="false",
    )


def _draw_frame(frame: Frame, row_of: Mapping[str, Row], fills: Mapping[int | None, str]) -> str:
    """Draw the départements of one frame, and its border and name when it has one."""
    drawn = [
        _draw_departement(code, path, row_of[code], fills)
        for code, path in frame.departements.items()
        if code in row_of
    ]
    shapes = element(
        "g",
        "".join(drawn),
        class_="communes",
        stroke=palettes.OUTLINE,
        stroke_width=0.8,
        stroke_linejoin="round",
    )
    if not frame.nom:
        return shapes
    border = element(
        "rect",
        x=frame.x,
        y=frame.y,
        width=frame.width,
        height=frame.height,
        fill="none",
        stroke=palettes.OUTLINE,
    )
    name = element(
        "text",
        text(frame.nom),
        x=frame.x + frame.width / 2,
        y=frame.y + frame.height - NAME_RISE,
        font_size=NAME_SIZE,
        text_anchor="middle",
        fill=palettes.INK,
    )
    return border + shapes + name


def _draw_departement(code: str, path: str, row: Row, fills: Mapping[int | None, str]) -> str:
    """Draw a département as a link to its page."""
    share = share_of(row)
    words = french.percent(share.share)
    tooltip = element("title", text(f"{row['nom']}{NBSP}: {words}"))
    shape = element("path", tooltip, d=path, fill=fills[share.step])
    return element("a", shape, href=f"/departement/{code}", tabindex=-1)
