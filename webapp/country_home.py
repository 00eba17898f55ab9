"""The home page of a snapshot of the whole of France."""

from __future__ import annotations

from flask import render_template
from markupsafe import Markup

from carto.drawing.shapes import MapShapes
from carto.drawing.static_map import draw_map
from carto.drawing.unit_indicators import unit_indicators
from carto.drawing.units import DEPARTEMENT
from webapp.loaded_snapshot import FRANCE, FRANCE_CODE, LoadedSnapshot
from webapp.views.country import regions
from webapp.views.figures import country_figures
from webapp.views.legends import legend_lines
from webapp.views.state import ReadState


def country_home(snapshot: LoadedSnapshot, shapes: MapShapes, read: ReadState) -> str:
    """Show what this is, two ways in, the map of the départements and their list by région.

    Parameters
    ----------
    snapshot
        A snapshot of the whole of France.
    shapes
        Its map.
    read
        State of the address: the pages linked from this one keep it.
    """
    departements = list(snapshot.departements.values())
    row = snapshot.territory(FRANCE, FRANCE_CODE)
    indicator = unit_indicators(snapshot.facts, DEPARTEMENT)["verdict"]
    drawn = draw_map(shapes, indicator, departements, links=True)
    return render_template(
        "pages/accueil-france.html",
        state=read.state,
        notices=read.notices,
        row=row,
        figures=country_figures(row, snapshot.facts),
        svg=Markup(drawn),  # noqa: S704 - escaped by draw_map
        legend=legend_lines(indicator, departements),
        regions=regions(departements),
        method_version=snapshot.facts["method"]["version"],
    )
