"""The map of two quarters: the gain of each commune, or of each département of France."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from markupsafe import Markup

from carto.drawing.description import describe
from carto.drawing.indicators.classification import indicators_for
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import DEPARTEMENT as BY_DEPARTEMENT
from carto.drawing.static_map import draw_map
from carto.drawing.wording import GAIN as GAINED
from webapp.errors import UnknownResourceError
from webapp.links import territory_page
from webapp.maps.legends import LegendLine, legend_lines
from webapp.maps.map_blocks import map_block
from webapp.maps.quarters import GAIN
from webapp.snapshots.loaded_snapshot import FRANCE, LoadedSnapshot
from webapp.views.state import MapState


@dataclass(frozen=True)
class QuarterMap:
    """A map of gains; `address` is that of the same map to explore, empty when there is none."""

    svg: Markup
    indicator: Indicator
    legend: tuple[LegendLine, ...]
    finding: str
    address: str = ""


def gain_map(
    snapshot: LoadedSnapshot,
    territory: tuple[str, str],
    state: MapState,
    gains: Mapping[str, float | None],
) -> QuarterMap | None:
    """Draw what the fibre gained between two quarters.

    Parameters
    ----------
    snapshot
        Where the maps are.
    territory
        Type and code.
    state
        State of a map that shows the evolution between the quarters.
    gains
        Points gained by each département, by code: what the map of France colours.

    Returns
    -------
    QuarterMap or None
        None when there is no map of the territory.
    """
    type_, code = territory
    if type_ == FRANCE:
        return _country_map(snapshot, gains)
    with suppress(UnknownResourceError):
        block = map_block(snapshot, type_, code, replace(state, has_places=False))
        if block.indicator.id == GAIN:
            address = state.url(territory_page(type_, code))
            return QuarterMap(block.svg, block.indicator, block.legend, block.finding, address)
    return None


def _country_map(snapshot: LoadedSnapshot, gains: Mapping[str, float | None]) -> QuarterMap | None:
    """Draw France by département, from sums over the communes that compare."""
    shapes = snapshot.country
    if shapes is None:
        return None
    indicator = replace(indicators_for(snapshot.facts)[GAIN], units=BY_DEPARTEMENT)
    rows = [
        {"code_departement": code, "nom": row["nom"], "population": row["population"]}
        | {GAINED: gains.get(code)}
        for code, row in snapshot.departements.items()
    ]
    drawn = Markup(draw_map(shapes, indicator, rows))  # noqa: S704 - escaped by draw_map
    return QuarterMap(
        drawn, indicator, tuple(legend_lines(indicator, rows)), describe(indicator, rows)
    )
