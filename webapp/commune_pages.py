"""The page of a commune, and the part of it that a panel holds."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from carto.vocabulary import PLACE_SOURCES
from webapp.caching import FRAGMENT_HEADER
from webapp.links import territory_page
from webapp.loaded_snapshot import COMMUNE, DEPARTEMENT, EPCI, LoadedSnapshot, Row
from webapp.map_blocks import MapBlock, map_block
from webapp.page_state import commune_in_words, current_view, page_state, trail
from webapp.views.commune import neighbours
from webapp.views.commune_study import CommuneStudy, commune_study
from webapp.views.provenance import credit
from webapp.views.state import MapState

blueprint = Blueprint("communes_pages", __name__)


@blueprint.get("/commune/<code>")
def commune(code: str) -> str:
    """Show a commune; with the header X-Fragment, only what a panel holds."""
    snapshot = current_view()
    row = snapshot.territory(COMMUNE, code)
    read = page_state(snapshot, ())
    page = commune_in_words(snapshot, row)
    if request.headers.get(FRAGMENT_HEADER) == "1":
        return render_template("fragments/commune.html", commune=page, state=read.state)
    return render_template(
        "pages/commune.html",
        commune=page,
        study=_study(snapshot, row),
        state=read.state,
        notices=read.notices,
        trail=trail(snapshot, COMMUNE, row),
        neighbours=neighbours(row, snapshot.communes.values()),
        locator=_locator(snapshot, row, read.state),
        map_path=_map_path(snapshot, row),
        sites_credit=credit(snapshot.facts, *PLACE_SOURCES),
    )


def _study(snapshot: LoadedSnapshot, row: Row) -> CommuneStudy:
    """Gather what the methods say of a commune beyond its verdict."""
    names = {code: other["nom"] for code, other in snapshot.communes.items()}
    return commune_study(row, snapshot.details, snapshot.facts, names)


def _locator(snapshot: LoadedSnapshot, row: Row, state: MapState) -> MapBlock:
    """Draw where a commune lies: in its EPCI, or in its département when it has none."""
    here = state.selecting(row["code_insee"])
    if row["siren_epci"] is not None:
        return map_block(snapshot, EPCI, row["siren_epci"], here)
    return map_block(snapshot, DEPARTEMENT, row["departement"], here)


def _map_path(snapshot: LoadedSnapshot, row: Row) -> str:
    """Page whose map shows a commune: its département's, or its EPCI's beyond the perimeter."""
    if row["is_in_scope"] and row["departement"] in snapshot.departements:
        return territory_page(DEPARTEMENT, row["departement"])
    return territory_page(EPCI, row["siren_epci"])
