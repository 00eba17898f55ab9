"""Pages made to be framed by other sites: a map, its legend, its sources, and nothing else."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from carto.drawing.classification import indicators_for
from webapp.current_snapshot import current
from webapp.links import territory_page
from webapp.map_blocks import communes_of, map_block
from webapp.views.provenance import out_of_date
from webapp.views.state import read_state

blueprint = Blueprint("embeds", __name__, url_prefix="/integrer")


@blueprint.get("/<any(departement, epci):type_>/<code>")
def embed(type_: str, code: str) -> str:
    """Show the map of a territory in a frame, with a link to the complete page in its state."""
    snapshot = current()
    row = snapshot.territory(type_, code)
    communes = [member["code_insee"] for member in communes_of(snapshot, type_, code)]
    query = {name: request.args.getlist(name)[-1] for name in request.args}
    read = read_state(query, list(indicators_for(snapshot.facts)), communes)
    return render_template(
        "pages/integrer.html",
        row=row,
        state=read.state,
        notices=read.notices,
        map=map_block(snapshot, type_, code, read.state),
        complete=read.state.url(territory_page(type_, code)),
        late=list(out_of_date(snapshot.facts).values()),
    )
