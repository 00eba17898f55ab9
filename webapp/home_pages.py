"""The ways in: the home page, and the choice of a territory."""

from __future__ import annotations

from flask import Blueprint, render_template

from carto.french import of_place
from webapp.country_home import country_home
from webapp.links import territory_page
from webapp.map_blocks import map_block
from webapp.page_context import page_context
from webapp.page_state import current_view, page_state, selected_commune
from webapp.views.figures import territory_figures
from webapp.views.territory import parts

blueprint = Blueprint("home", __name__)
blueprint.app_context_processor(page_context)
blueprint.add_app_template_global(of_place, "of_place")

FIRST_FIGURES = 4


@blueprint.get("/")
def home() -> str:
    """Show what this is, two ways in, and the map of France or of the first territory."""
    snapshot = current_view()
    if snapshot.country is not None:
        return country_home(snapshot, snapshot.country, page_state(snapshot, ()))
    first = snapshot.facts["territories"][0]
    type_, code = first["type"], first["code"]
    read = page_state(snapshot, [member["code_insee"] for member in snapshot.members(type_, code)])
    row = snapshot.territory(type_, code)
    return render_template(
        "pages/accueil.html",
        state=read.state,
        notices=read.notices,
        row=row,
        figures=territory_figures(row, snapshot.facts)[:FIRST_FIGURES],
        commune=selected_commune(snapshot, read.state),
        map=map_block(snapshot, type_, code, read.state),
        main_path=territory_page(type_, code),
        parts=sorted(parts(snapshot.epci.values()), key=lambda part: part.nom),
    )
