"""The map of a plan: an indicator of today, and the marks of the plan over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from carto.drawing.mark_names import named_around
from carto.drawing.plan_marks import RADIUS, Mark, draw_today, laid_over, side_by_side
from carto.drawing.shapes import MapShapes
from carto.drawing.static_map import draw_map, draw_names
from carto.typography import typeset
from webapp.errors import UnknownResourceError
from webapp.maps.legends import LegendLine, legend_lines
from webapp.maps.map_blocks import map_parts
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.state import MapState


@dataclass(frozen=True)
class Overlay:
    """What a plan draws over its map, and the marks in it that names must leave in sight."""

    svg: str
    marks: Sequence[Mark]


@dataclass(frozen=True)
class MarkKey:
    """A mark of the legend: its shape, by name, and what it stands for."""

    shape: str
    words: str


@dataclass(frozen=True)
class PlanMap:
    """A map, its legend and the key of its marks."""

    svg: Markup
    title: str
    legend: tuple[LegendLine, ...]
    keys: tuple[MarkKey, ...]
    credit: str
    remarks: tuple[str, ...]


def plan_map(
    snapshot: LoadedSnapshot,
    territory: tuple[str, str],
    indicator: str,
    overlay: Callable[[MapShapes], Overlay],
    keys: Sequence[MarkKey],
) -> PlanMap | None:
    """Draw the map of a plan; None when the snapshot has no map of the territory.

    Parameters
    ----------
    snapshot
        What is published.
    territory
        Type and code.
    indicator
        What colours the communes.
    overlay
        Draws the marks of the plan, over the places of today, from the shapes of the map.
    keys
        What the marks stand for.
    """
    state = MapState(indicator)
    try:
        parts = map_parts(snapshot, *territory, state)
    except UnknownResourceError:
        return None
    today = [parts.shapes.sites[site["id"]] for site in parts.sites if site["is_supply"]]
    over = overlay(parts.shapes)
    named = [(mark.name, mark.point) for mark in side_by_side(over.marks)]
    names = draw_names(named_around(parts.shapes, named, RADIUS, today))
    drawn = draw_map(replace(parts.shapes, names={}), parts.indicator, parts.rows)
    marked = laid_over(drawn, draw_today(today), over.svg, names)
    return PlanMap(
        svg=Markup(marked),  # noqa: S704 - escaped by draw_map and plan_marks
        title=parts.indicator.label,
        legend=tuple(legend_lines(parts.indicator, parts.rows)),
        keys=(
            *(MarkKey(key.shape, typeset(key.words)) for key in keys),
            MarkKey("losange", "lieu d'aide d'aujourd'hui"),
        ),
        credit=parts.indicator.definition.credit,
        remarks=parts.remarks,
    )
