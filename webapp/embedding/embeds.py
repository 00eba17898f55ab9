"""Pages made to be framed by other sites: a map, its legend, its sources, and little else."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, render_template
from markupsafe import Markup

from carto.drawing.margins import heading
from webapp.asked_query import asked_query
from webapp.communes.commune_panels import commune_in_words
from webapp.embedding.embed_codes import EMBED_PREFIX
from webapp.embedding.embed_options import EMBED_PARAMETERS, framed, read_embed_options
from webapp.embedding.oembed_discovery import discovery
from webapp.embedding.public_address import public_address
from webapp.embedding.value_lines import value_lines
from webapp.front_end.static_files import stable_asset
from webapp.links import territory_page
from webapp.maps.map_blocks import MapParts, map_block, map_parts
from webapp.page_state import current_view, territory_state
from webapp.snapshots.loaded_snapshot import COMMUNE, Row
from webapp.territories.territory_routes import for_every_territory
from webapp.views.provenance import out_of_date
from webapp.views.state import DEFAULT_INDICATOR

blueprint = Blueprint("embeds", __name__)


@for_every_territory(blueprint, before=EMBED_PREFIX)
def embed(type_: str, code: str) -> str:
    """Show the map of a territory in a frame, with a link to the complete page in its state."""
    snapshot = current_view()
    row = snapshot.territory(type_, code)
    read = territory_state(snapshot, type_, code, *EMBED_PARAMETERS)
    query = asked_query()
    options, notices = read_embed_options(query)
    state, page = read.state, territory_page(type_, code)
    parts = map_parts(snapshot, type_, code, state)
    selected = snapshot.communes.get(state.selected or "")
    complete = state.url(page)
    block = map_block(snapshot, type_, code, state)
    return render_template(
        "pages/integrer.html",
        row=row,
        title=_title(parts, row),
        state=framed(state, options),
        options=options,
        notices=(*read.notices, *notices),
        map=replace(block, svg=_opening_outside(block.svg)),
        lines=value_lines(parts.indicator, parts.rows) if options.has_table else (),
        address=state.elsewhere().addresses(),
        commune=None if selected is None else commune_in_words(snapshot, selected),
        commune_path=state.url(territory_page(COMMUNE, state.selected or "")),
        complete=complete,
        complete_address=f"{public_address()}{complete}",
        oembed=discovery(framed(state, options).url(EMBED_PREFIX + page)),
        late=list(out_of_date(snapshot.facts).values()),
    )


def _title(parts: MapParts, row: Row) -> str:
    """Name a framed map: the finding for the verdict, what, where and when for the rest."""
    if parts.indicator.id == DEFAULT_INDICATOR:
        return str(row["sentence"])
    return heading(parts.indicator, row["nom"])


def _opening_outside(drawn: Markup) -> Markup:
    """Open the page of a drawn commune in a new tab: it may not be framed."""
    outside = str(drawn).replace("<a href=", '<a target="_blank" href=')
    return Markup(outside)  # noqa: S704 - escaped by draw_map


@blueprint.get("/integrer.js")
def host_script() -> Response:
    """Serve the script that gives frames the height of their page, at an address that stays."""
    return stable_asset("integrer.js")
