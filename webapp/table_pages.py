"""Every commune of a territory as a table, sorted and filtered as the address says."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from carto.drawing.classification import indicators_for
from webapp.links import territory_page
from webapp.map_blocks import communes_of
from webapp.page_state import current_view, page_state, trail
from webapp.views.legends import legend_lines
from webapp.views.provenance import need_wording
from webapp.views.table import TABLE_PARAMETERS, headers, lines, ordered, read_table_state
from webapp.views.territory import Step

blueprint = Blueprint("tables", __name__)


@blueprint.get("/<any(departement, epci):type_>/<code>/tableau")
def table(type_: str, code: str) -> str:
    """List every commune of a territory, sorted and filtered as the address says."""
    snapshot = current_view()
    row = snapshot.territory(type_, code)
    members = communes_of(snapshot, type_, code)
    codes = [member["code_insee"] for member in members]
    read = page_state(snapshot, codes, *TABLE_PARAMETERS)
    indicators = indicators_for(snapshot.facts)
    indicator = indicators[read.state.indicator]
    table_state, notices = read_table_state(request.args, indicator)
    shown = ordered(members, table_state, indicator)
    page = territory_page(type_, code)
    return render_template(
        "pages/tableau.html",
        row=row,
        state=read.state,
        notices=(*read.notices, *notices),
        trail=[*trail(snapshot, type_, row)[:-1], Step(row["nom"], page), Step("Tableau")],
        territory_path=page,
        table=table_state,
        indicator=indicator,
        indicators=indicators.values(),
        legend=legend_lines(indicator, members),
        headers=headers(request.path, read.state, table_state),
        lines=lines(shown, indicators),
        total=len(members),
        need=need_wording(snapshot.facts),
    )
