"""The home page of a snapshot of the whole of France."""

from __future__ import annotations

from flask import render_template
from markupsafe import Markup

from carto.drawing.country_map import draw_country
from carto.drawing.country_shapes import CountryShapes
from webapp.loaded_snapshot import LoadedSnapshot
from webapp.views.country import country_legend_lines, country_row, regions
from webapp.views.figures import country_figures
from webapp.views.state import ReadState


def country_home(snapshot: LoadedSnapshot, shapes: CountryShapes, read: ReadState) -> str:
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
    row = country_row(departements)
    drawn = draw_country(shapes, departements)
    return render_template(
        "pages/accueil-france.html",
        state=read.state,
        notices=read.notices,
        row=row,
        figures=country_figures(row, snapshot.facts),
        svg=Markup(drawn),  # noqa: S704 - escaped by draw_country
        legend=country_legend_lines(departements),
        regions=regions(departements),
        method_version=snapshot.facts["method"]["version"],
    )
