"""The map of a territory as a page embeds it: drawing, legend, addresses of its data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from carto import french
from carto.drawing import palettes
from carto.drawing.circles import key_figure
from carto.drawing.description import describe, highlights
from carto.drawing.fading import fade_others
from carto.drawing.indicators.data_classes import METHODS, can_be_cut
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.shapes import MapShapes
from carto.drawing.static_map import draw_map
from webapp import links
from webapp.maps.legends import (
    LegendLine,
    class_position,
    has_class,
    legend_lines,
    of_class,
    underserved_sum,
)
from webapp.maps.map_margin import edition_words, field_words
from webapp.maps.map_surroundings import Surroundings, map_remarks, surroundings
from webapp.maps.map_units import communes_of, indicators_by, unit_of, unit_rows
from webapp.maps.quarters import DATED, settle_quarters
from webapp.maps.shown_values import known_quarters, shown_values, territory_then
from webapp.maps.spread import legend_histogram
from webapp.maps.time_bar import TimeBar, past_only_words, time_bar, values_query
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row
from webapp.territories.serving_places import serving_places
from webapp.views.state import DEFAULT_INDICATOR, MapState


class IndicatorGroup(NamedTuple):
    """Indicators of the menu that are about the same thing."""

    name: str
    indicators: tuple[Indicator, ...]


_MOVED = re.compile(r' transform="translate\(0 [0-9.]+\)"')


@dataclass(frozen=True)
class MapBlock:
    """Everything the template of a map needs.

    Attributes
    ----------
    data
        Start of the addresses of the map's data; they hold the snapshot id.
    around
        What else the map may colour, where it may fly to, what it does not show.
    underserved
        The classes of the legend that are under-served, added up; may be empty.
    kept
        Codes of the units of the class that is kept, all of them without one.
    histogram
        The spread of the values, drawn; empty for what is no number.
    finding
        What the map shows, in words: counts, where, extremes.
    highlight
        The shortest of it: where its worst class is, and the extremes; may be empty.
    circles
        The key of the circles of the interactive map; empty without circles.
    note
        How classes were made when they are not the fixed ones, or that the quarter changes nothing.
    methods
        The ways of making classes, in words; none when the fixed ones are the only ones.
    time
        The quarters of the indicator; None when it has none to choose.
    values_query
        What the values of the map depend on besides the territory, as the end of an address.
    """

    type: str
    code: str
    nom: str
    indicator: Indicator
    indicators: tuple[Indicator, ...]
    svg: Markup
    legend: tuple[LegendLine, ...]
    underserved: str
    kept: frozenset[str]
    histogram: Markup
    finding: str
    highlight: str
    data: str
    around: Surroundings
    circles: Markup
    note: str
    methods: Mapping[str, str]
    time: TimeBar | None
    values_query: str

    @property
    def groups(self) -> list[IndicatorGroup]:
        """The indicators of the menu, by what they are about."""
        return [
            IndicatorGroup(name, tuple(found))
            for name, found in groupby(self.indicators, key=lambda indicator: indicator.group)
        ]


@dataclass(frozen=True)
class MapParts:
    """What a map draws in a state: the same on screen, in a file, on paper, in a frame.

    The note says how classes were made, when they are not the fixed ones; the span, at which
    quarters, when they are not the latest; the remarks, what is not drawn.
    """

    shapes: MapShapes
    indicator: Indicator
    indicators: tuple[Indicator, ...]
    rows: Sequence[Row]
    sites: Sequence[Row]
    note: str = ""
    remarks: tuple[str, ...] = ()
    span: tuple[str, str] | None = None


def map_parts(snapshot: LoadedSnapshot, type_: str, code: str, state: MapState) -> MapParts:
    """Gather what the map of a territory draws in a state.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory, or no map of it.
    """
    row = snapshot.territory(type_, code)
    unit = unit_of(snapshot, type_, code, state.unit)
    indicators = indicators_by(snapshot, unit)
    indicator = indicators.get(state.indicator, indicators[DEFAULT_INDICATOR])
    rows = unit_rows(snapshot, type_, code, unit)
    shown = shown_values(snapshot, indicator, rows, state, row["nom"])
    shapes = snapshot.shapes(type_, code, unit)
    places = _places(snapshot, type_, code, state) if shapes.sites else []
    drawn = [place for place in places if place["id"] in shapes.sites]
    return MapParts(
        shapes=shapes,
        indicator=shown.indicator,
        indicators=tuple(indicators.values()),
        rows=shown.rows,
        note=shown.note,
        remarks=(
            *map_remarks(snapshot, (type_, code), unit),
            *_beyond_frame(len(places) - len(drawn)),
        ),
        span=shown.span,
        sites=drawn,
    )


def _places(snapshot: LoadedSnapshot, type_: str, code: str, state: MapState) -> list[Row]:
    """Places of the territory that are asked for, those that its list and its file hold."""
    if not state.has_places:
        return []
    sites = serving_places(snapshot, communes_of(snapshot, type_, code))
    return [site for site in sites if state.places.keeps(site)]


def _beyond_frame(count: int) -> Iterator[str]:
    """Say that places which serve the territory are too far from it to be on the image."""
    if count:
        verb = "ne sont pas dessinés" if count > 1 else "n'est pas dessiné"
        yield f"{french.plural(count, 'lieu', 'lieux')} d'aide au-delà du cadre {verb}."


def map_block(snapshot: LoadedSnapshot, type_: str, code: str, state: MapState) -> MapBlock:
    """Draw the map of a territory in a state.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory, or no map of it.
    """
    parts = map_parts(snapshot, type_, code, state)
    row = snapshot.territory(type_, code)
    here = _selected(parts, state) or territory_then(snapshot, type_, code, parts.span)
    kept = of_class(parts.rows, parts.indicator, state.class_key)
    histogram = legend_histogram(parts.indicator, parts.rows, snapshot.facts, here)
    return MapBlock(
        type=type_,
        code=code,
        nom=row["nom"],
        indicator=parts.indicator,
        indicators=parts.indicators,
        svg=Markup(_draw(parts, state)),  # noqa: S704 - escaped by draw_map
        legend=tuple(legend_lines(parts.indicator, parts.rows)),
        underserved=underserved_sum(parts.indicator, parts.rows),
        kept=frozenset(map(parts.indicator.units.code, kept)),
        histogram=Markup(histogram),  # noqa: S704 - escaped by draw_histogram
        finding=describe(parts.indicator, parts.rows),
        highlight=highlights(parts.indicator, parts.rows),
        data=links.map_data(snapshot.id, type_, code, parts.indicator.units.type),
        around=surroundings(snapshot, type_, code, state),
        circles=Markup(key_figure(parts.indicator)),  # noqa: S704 - escaped by key_figure
        note=parts.note or past_only_words(state),
        methods=METHODS if can_be_cut(parts.indicator) else {},
        time=_time_bar(snapshot, parts, state, links.territory_page(type_, code)),
        values_query=values_query(state),
    )


def _time_bar(
    snapshot: LoadedSnapshot, parts: MapParts, state: MapState, path: str
) -> TimeBar | None:
    """Describe the quarters that a reader of the map may choose."""
    if state.indicator not in DATED:
        return None
    units = parts.indicator.units
    known = known_quarters(snapshot, {units.code(row) for row in parts.rows}, units)
    return time_bar(settle_quarters(state, known)[0], known, path)


def standalone_map(
    snapshot: LoadedSnapshot, type_: str, code: str, state: MapState, author: str
) -> str:
    """Draw a map that explains itself: title, finding, legend, field, sources, date, author.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory, or no map of it.
    """
    parts = map_parts(snapshot, type_, code, state)
    indicator, rows = parts.indicator, parts.rows
    said = indicator.definition
    field = field_words(indicator, rows, parts.shapes.territory, parts.remarks)
    edition = edition_words(snapshot.id, snapshot.facts, author)
    explained = replace(
        said,
        question=f"{highlights(indicator, rows)} {said.question}".lstrip(),
        credit=f"{field} {said.credit} {edition}",
    )
    return _draw(
        replace(parts, indicator=replace(indicator, definition=explained)), state, standalone=True
    )


def _selected(parts: MapParts, state: MapState) -> Row | None:
    """Find the selected unit among those of the map."""
    code_of = parts.indicator.units.code
    return next((row for row in parts.rows if code_of(row) == state.selected), None)


def _draw(parts: MapParts, state: MapState, *, standalone: bool = False) -> str:
    """Draw the SVG, with or without its surroundings."""
    definition = parts.indicator.definition
    question = f"{definition.question} {parts.note}".rstrip()
    svg = draw_map(
        parts.shapes,
        replace(parts.indicator, definition=replace(definition, question=question)),
        parts.rows,
        address=None if standalone else state.elsewhere().addresses(),
        standalone=standalone,
        sites=parts.sites,
    )
    if state.class_key is not None and has_class(parts.indicator, state.class_key):
        svg = fade_others(svg, class_position(parts.indicator, state.class_key))
    return outlined(svg, parts.shapes.units.get(state.selected or ""))


def outlined(svg: str, path: str | None) -> str:
    """Outline the selected commune over the drawing: dark between two white lines.

    A title above the map moves it down, and the outline with it.
    """
    if path is None:
        return svg
    moved = _MOVED.search(svg)
    lines = "".join(
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"'
        f' stroke-linejoin="round" pointer-events="none"{moved[0] if moved else ""}/>'
        for colour, width in ((palettes.HALO, 9), (palettes.INK, 5))
    )
    return svg.removesuffix("</svg>") + lines + "</svg>"
