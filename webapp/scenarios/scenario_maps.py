"""The maps of a scenario: the one that is acted on, before beside after, and what changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from carto.drawing.indicators.difference_indicators import difference_of
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.map_frame import KnownPoint, MapFrame, frame_of
from carto.drawing.mark_names import named_around
from carto.drawing.plan_marks import laid_over
from carto.drawing.scenario_marks import RADIUS, PlaceMark, PlaceState, draw_places
from carto.drawing.shapes import MapShapes
from carto.drawing.static_map import draw_map
from webapp.maps.legends import LegendLine, legend_lines
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row


@dataclass(frozen=True)
class ThreeStates:
    """The communes of the perimeter before, after, and with what changes."""

    before: Sequence[Row]
    after: Sequence[Row]
    differences: Sequence[Row]


@dataclass(frozen=True)
class TitledMap:
    """A small map and its title."""

    title: str
    svg: Markup


@dataclass(frozen=True)
class PairLine:
    """A class of the legend that two maps share, with the communes of each."""

    line: LegendLine
    before: str
    after: str


def map_frame(snapshot: LoadedSnapshot, shapes: MapShapes, rows: Sequence[Row]) -> MapFrame | None:
    """Find where the map of a territory lies, by its places, else by its communes.

    Parameters
    ----------
    snapshot
        Where the points are in degrees.
    shapes
        The map; not that of France, which has several frames.
    rows
        Communes of the map.
    """
    if shapes.insets or not rows:
        return None
    departement = rows[0]["departement"]
    drawn = ((snapshot.sites.get(id_), point) for id_, point in shapes.sites.items())
    known = [
        KnownPoint(site["longitude"], site["latitude"], point) for site, point in drawn if site
    ]
    if not known:
        known = [
            KnownPoint(row["longitude"], row["latitude"], shapes.anchors[row["code_insee"]])
            for row in rows
            if row["code_insee"] in shapes.anchors
        ]
    return frame_of(known, shapes.units_per_km, departement)


def acted_map(
    shapes: MapShapes,
    indicator: Indicator,
    rows: Sequence[Row],
    marks: Sequence[PlaceMark],
    add_to: Callable[[str], str],
) -> Markup:
    """Draw the map that is acted on: each commune and each place is a link.

    Parameters
    ----------
    shapes
        Shapes of the territory.
    indicator
        What the colours mean.
    rows
        Communes after the changes.
    marks
        Its places.
    add_to
        Address that adds a place in the commune of a code.
    """

    def address(path: str) -> str:
        return add_to(path.rpartition("/")[2])

    changed = [mark for mark in marks if mark.state != PlaceState.TODAY]
    today = [mark.point for mark in marks if mark.state == PlaceState.TODAY]
    named = named_around(shapes, [(mark.name, mark.point) for mark in changed], RADIUS, today)
    drawn = draw_map(named, indicator, rows, address=address)
    return Markup(laid_over(drawn, draw_places(marks)))  # noqa: S704 - escaped where drawn


def three_maps(
    shapes: MapShapes, indicator: Indicator, states: ThreeStates, marks: Sequence[PlaceMark]
) -> list[TitledMap]:
    """Draw before, after and what changes, as images.

    Parameters
    ----------
    shapes
        Shapes of the territory.
    indicator
        What the first two show.
    states
        Its communes.
    marks
        Places that the scenario changes, over the last two.
    """
    images = [replace(mark, href="", is_chosen=False) for mark in marks]
    shown = (
        ("Avant", indicator, states.before, ()),
        ("Après", indicator, states.after, images),
        ("Ce qui change", difference_of(indicator), states.differences, images),
    )
    maps = []
    for title, drawn_as, rows, over in shown:
        # The names of the drawings differ, hence their identifiers.
        named = replace(shapes, territory=f"{shapes.territory}, {title.lower()}")
        svg = laid_over(draw_map(named, drawn_as, rows), draw_places(over) if over else "")
        maps.append(TitledMap(title, Markup(svg)))  # noqa: S704 - escaped where drawn
    return maps


def pair_legend(indicator: Indicator, states: ThreeStates) -> list[PairLine]:
    """Count the communes of each class before and after; classes that nobody is in are left out."""
    before, after = (legend_lines(indicator, rows) for rows in (states.before, states.after))
    return [
        PairLine(new, old.communes, new.communes)
        for old, new in zip(before, after, strict=True)
        if old.people or new.people or not new.is_missing
    ]
