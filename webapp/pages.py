"""The pages: complete without JavaScript, their whole state in the address."""

from __future__ import annotations

from collections.abc import Collection

from flask import Blueprint, Response, render_template, request

from carto.drawing.classification import indicators_for
from carto.french import of_place
from carto.vocabulary import PLACE_SOURCES
from webapp.caching import FRAGMENT_HEADER
from webapp.country_home import country_home
from webapp.current_snapshot import current
from webapp.links import territory_page
from webapp.loaded_snapshot import COMMUNE, DEPARTEMENT, EPCI, LoadedSnapshot, Row
from webapp.map_blocks import MapBlock, communes_of, map_block, standalone_map
from webapp.page_context import page_context
from webapp.stored_evolutions import kept_evolutions
from webapp.views.commune import CommunePage, commune_page, neighbours
from webapp.views.commune_study import CommuneStudy, commune_study
from webapp.views.evolutions import territory_sentence
from webapp.views.figures import territory_figures
from webapp.views.legends import legend_lines
from webapp.views.places import places_of
from webapp.views.provenance import (
    credit,
    need_wording,
    source_titles,
    time_limit,
)
from webapp.views.rollout_ahead import rollout_ahead
from webapp.views.search import search
from webapp.views.state import MapState, ReadState, read_state
from webapp.views.table import TABLE_PARAMETERS, headers, lines, ordered, read_table_state
from webapp.views.territory import (
    Step,
    commune_trail,
    departement_trail,
    epci_trail,
    first_communes,
    parts,
)
from webapp.views.territory_study import territory_study
from webapp.views.territory_types import territory_types
from webapp.views.twins import TwinsBlock, twins_block

blueprint = Blueprint("pages", __name__)
blueprint.app_context_processor(page_context)
blueprint.add_app_template_global(of_place, "of_place")

FIRST_FIGURES = 4
TERRITORY = "<any(departement, epci):type_>/<code>"


@blueprint.get("/")
def home() -> str:
    """Show what this is, two ways in, and the map of France or of the first territory."""
    snapshot = current()
    if snapshot.country is not None:
        return country_home(snapshot, snapshot.country, _state(snapshot, ()))
    first = snapshot.facts["territories"][0]
    type_, code = first["type"], first["code"]
    read = _state(snapshot, [member["code_insee"] for member in snapshot.members(type_, code)])
    row = snapshot.territory(type_, code)
    return render_template(
        "pages/accueil.html",
        state=read.state,
        notices=read.notices,
        row=row,
        figures=territory_figures(row, snapshot.facts)[:FIRST_FIGURES],
        commune=_selected(snapshot, read.state),
        map=map_block(snapshot, type_, code, read.state),
        main_path=territory_page(type_, code),
        parts=sorted(parts(snapshot.epci.values()), key=lambda part: part.nom),
    )


@blueprint.get("/recherche")
def find() -> str:
    """List the territories whose name or code matches `q`."""
    snapshot = current()
    question = request.args.get("q", "").strip()[:80]
    read = _state(snapshot, (), "q")
    return render_template(
        "pages/recherche.html",
        question=question,
        found=search(question, snapshot.names),
        state=read.state,
        notices=read.notices,
    )


@blueprint.get(f"/{TERRITORY}")
def territory(type_: str, code: str) -> str:
    """Show a département or an EPCI: map, key figures, parts, communes to see, places."""
    snapshot = current()
    row = snapshot.territory(type_, code)
    members = communes_of(snapshot, type_, code)
    codes = [member["code_insee"] for member in members]
    read = _state(snapshot, codes)
    indicators = indicators_for(snapshot.facts)
    return render_template(
        "pages/territoire.html",
        row=row,
        state=read.state,
        notices=read.notices,
        trail=_trail(snapshot, type_, row),
        map=map_block(snapshot, type_, code, read.state),
        figures=territory_figures(row, snapshot.facts, _reference(snapshot, type_, row)),
        commune=_selected(snapshot, read.state),
        parts=_parts(snapshot, type_, members),
        types=territory_types(row),
        study=territory_study(row, _reference(snapshot, type_, row)),
        rollout=rollout_ahead(members, snapshot.facts),
        twins=_twins(snapshot, type_, code),
        time_limit=time_limit(snapshot.facts),
        lines=lines(first_communes(members), indicators),
        evolution=territory_sentence(kept_evolutions(snapshot.id), codes),
        evolution_path=f"/evolutions?{type_}={code}",
        quality_path=f"/donnees/qualite?territoire={type_}-{code}",
        total=len(members),
        places=places_of(
            snapshot.sites.values(),
            {member["code_insee"]: member for member in members},
            source_titles(snapshot.facts),
        ),
    )


@blueprint.get("/commune/<code>")
def commune(code: str) -> str:
    """Show a commune; with the header X-Fragment, only what a panel holds."""
    snapshot = current()
    row = snapshot.territory(COMMUNE, code)
    read = _state(snapshot, ())
    page = _commune(snapshot, row)
    if request.headers.get(FRAGMENT_HEADER) == "1":
        return render_template("fragments/commune.html", commune=page, state=read.state)
    return render_template(
        "pages/commune.html",
        commune=page,
        study=_study(snapshot, row),
        state=read.state,
        notices=read.notices,
        trail=_trail(snapshot, COMMUNE, row),
        neighbours=neighbours(row, snapshot.communes.values()),
        locator=_locator(snapshot, row, read.state),
        map_path=_map_path(snapshot, row),
        sites_credit=credit(snapshot.facts, *PLACE_SOURCES),
    )


@blueprint.get(f"/{TERRITORY}/tableau")
def table(type_: str, code: str) -> str:
    """List every commune of a territory, sorted and filtered as the address says."""
    snapshot = current()
    row = snapshot.territory(type_, code)
    members = communes_of(snapshot, type_, code)
    codes = [member["code_insee"] for member in members]
    read = _state(snapshot, codes, *TABLE_PARAMETERS)
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
        trail=[*_trail(snapshot, type_, row)[:-1], Step(row["nom"], page), Step("Tableau")],
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


@blueprint.get(f"/{TERRITORY}/carte.svg")
def picture(type_: str, code: str) -> Response:
    """Draw the map of a territory as one image that explains itself."""
    snapshot = current()
    state = _state(snapshot, ()).state
    return Response(standalone_map(snapshot, type_, code, state), mimetype="image/svg+xml")


def _state(snapshot: LoadedSnapshot, communes: Collection[str], *others: str) -> ReadState:
    """Read the map state of this request; the last value of a repeated parameter counts.

    `others` are the parameters that the page has besides those of the state.
    """
    query = {name: request.args.getlist(name)[-1] for name in request.args}
    known = communes or snapshot.communes
    return read_state(query, list(indicators_for(snapshot.facts)), known, others)


def _commune(snapshot: LoadedSnapshot, row: Row) -> CommunePage:
    """Put a commune of the snapshot in words."""
    indicators = indicators_for(snapshot.facts)
    return commune_page(row, indicators, snapshot.sites, snapshot.facts, snapshot.communes)


def _study(snapshot: LoadedSnapshot, row: Row) -> CommuneStudy:
    """Gather what the methods say of a commune beyond its verdict."""
    names = {code: other["nom"] for code, other in snapshot.communes.items()}
    return commune_study(row, snapshot.details, snapshot.facts, names)


def _selected(snapshot: LoadedSnapshot, state: MapState) -> CommunePage | None:
    """Put the selected commune in words, if there is one."""
    return _commune(snapshot, snapshot.communes[state.selected]) if state.selected else None


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


def _trail(snapshot: LoadedSnapshot, type_: str, row: Row) -> list[Step]:
    """Breadcrumb of a territory; France is the home page of a snapshot of all of it."""
    home = "" if snapshot.country is None else "/"
    if type_ == DEPARTEMENT:
        return departement_trail(row, home)
    if type_ == EPCI:
        return epci_trail(row, snapshot.departements, home)
    return commune_trail(row, snapshot.departements, home)


def _reference(snapshot: LoadedSnapshot, type_: str, row: Row) -> Row | None:
    """Territory to compare an EPCI with: its first département."""
    if type_ != EPCI:
        return None
    return snapshot.departements.get(row["departements"].split("|")[0])


def _twins(snapshot: LoadedSnapshot, type_: str, code: str) -> TwinsBlock | None:
    """Describe the EPCI alike; a département has no twin."""
    if type_ != EPCI:
        return None
    names = {siren: row["nom"] for siren, row in snapshot.epci.items()}
    twins, gaps = (snapshot.details(table, EPCI, code) for table in ("twins", "twin_gaps"))
    return twins_block(twins, gaps, names, time_limit(snapshot.facts))


def _parts(snapshot: LoadedSnapshot, type_: str, members: list[Row]) -> list[object]:
    """EPCI that make up a département; an EPCI has no parts but its communes."""
    if type_ != DEPARTEMENT:
        return []
    codes = {member["siren_epci"] for member in members}
    return list(parts(row for code, row in snapshot.epci.items() if code in codes))
