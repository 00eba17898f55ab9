"""The map of a territory as a page embeds it: drawing, legend, addresses of its data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from carto.drawing import palettes
from carto.drawing.classification import indicators_for
from carto.drawing.description import describe
from carto.drawing.indicator import Indicator
from carto.drawing.shapes import MapShapes
from carto.drawing.static_map import draw_map
from webapp.loaded_snapshot import DEPARTEMENT, LoadedSnapshot, Row
from webapp.views.legends import LegendLine, legend_lines
from webapp.views.state import MapState
from webapp.views.territory import bounds_of


@dataclass(frozen=True)
class MapBlock:
    """Everything the template of a map needs.

    Attributes
    ----------
    data
        Start of the addresses of the map's data; they hold the snapshot id.
    finding
        What the map shows, in words: counts, where, extremes.
    """

    type: str
    code: str
    nom: str
    indicator: Indicator
    indicators: tuple[Indicator, ...]
    svg: Markup
    legend: tuple[LegendLine, ...]
    finding: str
    data: str
    bounds: str


def communes_of(snapshot: LoadedSnapshot, type_: str, code: str) -> list[Row]:
    """Communes a page counts: those of the perimeter for a département, all of them for an EPCI.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory.
    """
    members = snapshot.members(type_, code)
    return [row for row in members if row["is_in_scope"]] if type_ == DEPARTEMENT else members


@dataclass(frozen=True)
class MapParts:
    """What a map draws in a state: the same on screen, in a file, on paper, in a frame."""

    shapes: MapShapes
    indicator: Indicator
    rows: Sequence[Row]
    sites: Sequence[Row]


def map_parts(snapshot: LoadedSnapshot, type_: str, code: str, state: MapState) -> MapParts:
    """Gather what the map of a territory draws in a state.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory, or no map of it.
    """
    return MapParts(
        shapes=snapshot.shapes(type_, code),
        indicator=indicators_for(snapshot.facts)[state.indicator],
        rows=communes_of(snapshot, type_, code),
        sites=list(snapshot.sites.values()) if state.has_places else (),
    )


def map_block(snapshot: LoadedSnapshot, type_: str, code: str, state: MapState) -> MapBlock:
    """Draw the map of a territory in a state.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory, or no map of it.
    """
    parts = map_parts(snapshot, type_, code, state)
    return MapBlock(
        type=type_,
        code=code,
        nom=snapshot.territory(type_, code)["nom"],
        indicator=parts.indicator,
        indicators=tuple(indicators_for(snapshot.facts).values()),
        svg=Markup(_draw(parts, state)),  # noqa: S704 - escaped by draw_map
        legend=tuple(legend_lines(parts.indicator, parts.rows)),
        finding=describe(parts.indicator, parts.rows),
        data=f"/donnees/{snapshot.id}/{type_}/{code}",
        bounds=bounds_of(parts.rows),
    )


def standalone_map(snapshot: LoadedSnapshot, type_: str, code: str, state: MapState) -> str:
    """Draw a map that explains itself: title, legend, sources.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory, or no map of it.
    """
    return _draw(map_parts(snapshot, type_, code, state), state, standalone=True)


def _draw(parts: MapParts, state: MapState, *, standalone: bool = False) -> str:
    """Draw the SVG, with or without its surroundings."""
    svg = draw_map(
        parts.shapes,
        parts.indicator,
        parts.rows,
        links=not standalone,
        standalone=standalone,
        sites=parts.sites,
    )
    return _outlined(svg, parts.shapes.units.get(state.selected or ""))


def _outlined(svg: str, path: str | None) -> str:
    """Outline the selected commune over the drawing: dark between two white lines."""
    if path is None:
        return svg
    lines = "".join(
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"'
        ' stroke-linejoin="round" pointer-events="none"/>'
        for colour, width in ((palettes.HALO, 9), (palettes.INK, 5))
    )
    return svg.removesuffix("</svg>") + lines + "</svg>"
