"""The configurator: a map to share by a link, to frame in a site, or to show as an image."""

from __future__ import annotations

from flask import Blueprint, render_template

from webapp.asked_query import asked_query
from webapp.embedding.embed_codes import EMBED_PREFIX, embed_code
from webapp.embedding.embed_options import EMBED_PARAMETERS, framed, read_embed_options
from webapp.embedding.public_address import public_address
from webapp.embedding.share_choice import SHARE_PARAMETERS, read_share_choice
from webapp.links import territory_page
from webapp.maps.map_blocks import map_parts
from webapp.page_state import current_view, territory_state
from webapp.territories.territory import Step
from webapp.territories.territory_routes import for_every_territory
from webapp.territories.trails import trail

blueprint = Blueprint("share", __name__)


@for_every_territory(blueprint, "/partager")
def share(type_: str, code: str) -> str:
    """Choose what a shared map shows, see it, and copy its link, its frame or its image."""
    snapshot = current_view()
    row = snapshot.territory(type_, code)
    read = territory_state(snapshot, type_, code, *EMBED_PARAMETERS, *SHARE_PARAMETERS)
    query = asked_query()
    options, of_options = read_embed_options(query)
    choice, of_choice = read_share_choice(query)
    state = framed(read.state, options)
    page = territory_page(type_, code)
    steps = trail(snapshot, type_, row)[:-1]
    return render_template(
        "pages/partager.html",
        row=row,
        state=read.state,
        options=options,
        choice=choice,
        notices=(*read.notices, *of_options, *of_choice),
        trail=[*steps, Step(row["nom"], read.state.url(page)), Step("Partager")],
        territory_path=page,
        frame_path=state.url(EMBED_PREFIX + page),
        shared=embed_code(snapshot, type_, code, state.query()),
        oembed_address=f"{public_address()}/oembed",
        indicators=map_parts(snapshot, type_, code, read.state).indicators,
    )
