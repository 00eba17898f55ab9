"""The ways in: the home page, and the choice of a territory."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template
from markupsafe import Markup

from carto.codes import FRANCE_CODE
from carto.drawing.indicators import units
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.unit_indicators import unit_indicators
from carto.drawing.static_map import draw_map
from webapp.house.theme import site
from webapp.links import territory_page
from webapp.maps.legends import LegendLine, legend_lines
from webapp.maps.map_blocks import map_block
from webapp.page_state import current_view, page_state
from webapp.snapshots.loaded_snapshot import (
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    GROUP,
    REGION,
    LoadedSnapshot,
)
from webapp.territories.figures import country_figures, territory_figures
from webapp.thresholds.territory_choice import TOOLS, listing, regions
from webapp.views.state import MapState

blueprint = Blueprint("home", __name__)

FIRST_FIGURES = 4


@dataclass(frozen=True)
class HomeMap:
    """The map of the home page: a drawing whose territories are links, and its legend."""

    svg: Markup
    indicator: Indicator
    legend: tuple[LegendLine, ...]


@blueprint.get("/")
def home() -> str:
    """Show what this is, a search, two ways in, and a map."""
    snapshot = current_view()
    read = page_state(snapshot, ())
    (type_, code), notices = home_territory(snapshot)
    row = snapshot.territory(type_, code)
    figures = country_figures if type_ == FRANCE else territory_figures
    return render_template(
        "pages/accueil.html",
        state=read.state,
        notices=(*read.notices, *notices),
        row=row,
        figures=figures(row, snapshot.facts)[:FIRST_FIGURES],
        map=_home_map(snapshot, (type_, code), read.state),
        main_path=territory_page(type_, code),
    )


@blueprint.get("/territoires")
def choose() -> str:
    """List the territories of the data, and the tools of those who plan."""
    snapshot = current_view()
    read = page_state(snapshot, ())
    levels = {type_: snapshot.level(type_) for type_ in (DEPARTEMENT, REGION, EPCI, EPT, GROUP)}
    return render_template(
        "pages/territoires.html",
        state=read.state.elsewhere(),
        notices=read.notices,
        tools=TOOLS,
        country=territory_page(FRANCE, FRANCE_CODE) if snapshot.country else None,
        regions=regions(levels),
        groups=listing(GROUP, levels[GROUP]),
        ept=listing(EPT, levels[EPT]),
        epci=listing(EPCI, levels[EPCI]),
    )


def home_territory(snapshot: LoadedSnapshot) -> tuple[tuple[str, str], list[str]]:
    """Choose the territory of the home page: that of site.toml, else the largest published.

    Parameters
    ----------
    snapshot
        What is served; it may lack the territory of site.toml, which is then said.

    Returns
    -------
    tuple
        Type and code of the territory, and French notices.
    """
    wanted = site().accueil
    if wanted is not None and wanted[1] in snapshot.level(wanted[0]):
        return wanted, []
    first = snapshot.facts["territories"][0]
    default = (FRANCE, FRANCE_CODE) if snapshot.country else (first["type"], first["code"])
    if wanted is None:
        return default, []
    said = f"Le territoire choisi pour cette page ({'/'.join(wanted)}) n'est pas dans ces données."
    return default, [said]


def _home_map(snapshot: LoadedSnapshot, territory: tuple[str, str], state: MapState) -> HomeMap:
    """Draw the map of the home page; that of France colours its départements."""
    if territory[0] != FRANCE or snapshot.country is None:
        block = map_block(snapshot, *territory, state)
        return HomeMap(block.svg, block.indicator, block.legend)
    rows = list(snapshot.departements.values())
    indicator = unit_indicators(snapshot.facts, units.DEPARTEMENT)["verdict"]
    drawn = draw_map(snapshot.country, indicator, rows, address=state.elsewhere().addresses())
    return HomeMap(
        Markup(drawn),  # noqa: S704 - escaped by draw_map
        indicator,
        tuple(legend_lines(indicator, rows)),
    )
