"""The page of a territory: map, key figures, parts, communes to see, places."""

from __future__ import annotations

from flask import Blueprint, render_template

from carto.drawing.classification import indicators_for
from webapp.commune_panels import selected_panel
from webapp.loaded_snapshot import DEPARTEMENT, EPCI, LoadedSnapshot, Row
from webapp.map_blocks import communes_of, map_block
from webapp.page_state import current_view, page_state, trail
from webapp.stored_evolutions import kept_evolutions
from webapp.views.evolutions import territory_sentence
from webapp.views.figures import territory_figures
from webapp.views.legends import of_class, with_known_class
from webapp.views.places import places_of
from webapp.views.provenance import source_titles, time_limit
from webapp.views.references import references_of
from webapp.views.rollout_ahead import rollout_ahead
from webapp.views.table import lines
from webapp.views.territory import first_communes, parts
from webapp.views.territory_study import territory_study
from webapp.views.territory_types import territory_types
from webapp.views.twins import TwinsBlock, twins_block

blueprint = Blueprint("territories", __name__)


@blueprint.get("/<any(departement, epci):type_>/<code>")
def territory(type_: str, code: str) -> str:
    """Show a département or an EPCI: map, key figures, parts, communes to see, places."""
    snapshot = current_view()
    row = snapshot.territory(type_, code)
    members = communes_of(snapshot, type_, code)
    codes = [member["code_insee"] for member in members]
    indicators = indicators_for(snapshot.facts)
    read = page_state(snapshot, codes)
    read = with_known_class(read, indicators[read.state.indicator])
    block = map_block(snapshot, type_, code, read.state)
    kept = of_class(members, block.indicator, read.state.class_key)
    gaps = snapshot.details("twin_gaps", type_, code)
    references = references_of(type_, row, snapshot.level, gaps)
    return render_template(
        "pages/territoire.html",
        row=row,
        state=read.state,
        notices=read.notices,
        trail=trail(snapshot, type_, row),
        map=block,
        figures=territory_figures(row, snapshot.facts, references),
        panel=selected_panel(snapshot, read.state),
        parts=_parts(snapshot, type_, members),
        types=territory_types(row),
        study=territory_study(row, _reference(snapshot, type_, row)),
        rollout=rollout_ahead(members, snapshot.facts),
        twins=_twins(snapshot, type_, code),
        time_limit=time_limit(snapshot.facts),
        lines=lines(first_communes(kept), indicators),
        kept=len(kept),
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
