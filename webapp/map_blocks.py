"""The map of a territory as a page embeds it: drawing, legend, addresses of its data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from carto.drawing import palettes
from carto.drawing.classification import Indicator, indicators_for
from carto.drawing.description import describe
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


def map_block(snapshot: LoadedSnapshot, type_: str, code: str, state: MapState) -> MapBlock:
    """Draw the map of a territory in a state.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory, or no map of it.
    """
    rows = communes_of(snapshot, type_, code)
    indicators = indicators_for(snapshot.facts)
    indicator = indicators[state.indicator]
    return MapBlock(
        type=type_,
        code=code,
        nom=snapshot.territory(type_, code)["nom"],
        indicator=indicator,
        indicators=tuple(indicators.values()),
        svg=Markup(_draw(snapshot, (type_, code), rows, state)),  # noqa: S704 - escaped by draw_map
        legend=tuple(legend_lines(indicator, rows)),
        finding=describe(indicator, rows),
        data=f"/donnees/{snapshot.id}/{type_}/{code}",
        bounds=bounds_of(rows),
    )


def standalone_map(snapshot: LoadedSnapshot, type_: str, code: str, state: MapState) -> str:
    """Draw a map that explains itself: title, legend, sources.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory, or no map of it.
    """
    rows = communes_of(snapshot, type_, code)
    return _draw(snapshot, (type_, code), rows, state, standalone=True)


def _draw(
    snapshot: LoadedSnapshot,
    territory: tuple[str, str],
    rows: Sequence[Row],
    state: MapState,
    *,
    standalone: bool = False,
) -> str:
    """Draw the SVG, with or without its surroundings."""
    shapes = snapshot.shapes(*territory)
    svg = draw_map(
        shapes,
        indicators_for(snapshot.facts)[state.indicator],
        rows,
        links=not standalone,
        standalone=standalone,
        sites=list(snapshot.sites.values()) if state.has_places else (),
    )
    return _outlined(svg, shapes.communes.get(state.selected or ""))


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
