"""The page of a territory: map, key figures, parts, communes to see, places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask import Blueprint, render_template, request

from carto import french
from carto.drawing.indicators.classification import indicators_for
from carto.drawing.indicators.units import COMMUNE, UNITS
from carto.drawing.travel_words import travel_words
from webapp.activity.local_activity import has_activity
from webapp.caching import FRAGMENT_HEADER
from webapp.communes.commune_panels import selected_panel
from webapp.evolutions.evolutions import territory_sentence
from webapp.evolutions.stored_evolutions import kept_evolutions
from webapp.links import territory_page
from webapp.maps.legends import with_known_class
from webapp.maps.map_blocks import MapBlock, map_block
from webapp.maps.map_units import communes_of, unit_rows
from webapp.offered_files import OfferedFile, offered_files
from webapp.page_state import current_view, territory_state
from webapp.places.territory_places import TerritoryPlaces, territory_places
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI, FRANCE, REGION, LoadedSnapshot, Row
from webapp.tables.table import lines
from webapp.territories.fibre_curves import fibre_curves
from webapp.territories.figures import territory_figures
from webapp.territories.planned_openings import planned_openings
from webapp.territories.references import references_of
from webapp.territories.rollout_ahead import rollout_ahead
from webapp.territories.territory import PartTable, first_communes, parts
from webapp.territories.territory_routes import for_every_territory
from webapp.territories.territory_study import territory_study
from webapp.territories.territory_types import territory_types
from webapp.territories.trails import trail
from webapp.territories.twins import TwinsBlock, twins_block
from webapp.territories.unit_panels import selected_unit, unit_panel
from webapp.views.provenance import time_limit
from webapp.views.state import MapState

blueprint = Blueprint("territories", __name__)

# Kinds of territories that make up each one, the widest first.
_MADE_OF = {FRANCE: (REGION, DEPARTEMENT), REGION: (DEPARTEMENT, EPCI), DEPARTEMENT: (EPCI,)}


@for_every_territory(blueprint)
def territory(type_: str, code: str) -> str:
    """Show a territory made of communes; with the header X-Fragment, only what a panel holds."""
    snapshot = current_view()
    read = territory_state(snapshot, type_, code)
    if request.headers.get(FRAGMENT_HEADER) == "1":
        panel = unit_panel(snapshot, type_, code)
        return render_template("fragments/territoire/unite.html", unit=panel, state=read.state)
    row = snapshot.territory(type_, code)
    members = communes_of(snapshot, type_, code)
    block = map_block(snapshot, type_, code, read.state)
    read = with_known_class(read, block.indicator)
    units = block.indicator.units
    kept = [one for one in members if units != COMMUNE or one["code_insee"] in block.kept]
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
        panel=selected_panel(snapshot, read.state) if units == COMMUNE else None,
        unit=selected_unit(snapshot, units, read.state),
        part_tables=list(_part_tables(snapshot, block)),
        types=territory_types(row),
        study=territory_study(row, travel_words(snapshot.facts), _reference(snapshot, type_, row)),
        rollout=rollout_ahead(members, snapshot.facts),
        twins=_twins(snapshot, type_, code),
        time_limit=time_limit(snapshot.facts),
        lines=lines(first_communes(kept), indicators_for(snapshot.facts)),
        fibre_lines=fibre_curves(snapshot, type_, code),
        kept=len(kept),
        files=_files(read.state, territory_page(type_, code), block),
        evolution=_evolution(snapshot, type_, members),
        evolution_path="/evolutions" if type_ == FRANCE else f"/evolutions?{type_}={code}",
        quality_path=_quality_path(type_, code),
        has_activity=has_activity(snapshot, type_, code, members),
        openings=planned_openings(snapshot, (type_, code), members),
        total=len(members),
        places=_places(snapshot, type_, members, read.state, territory_page(type_, code)),
        all_places=french.plural(row["sites_count"] or 0, "lieu d'aide", "lieux d'aide"),
        map_has_places=units == COMMUNE,
    )


def _files(state: MapState, page: str, block: MapBlock) -> list[OfferedFile]:
    """List the files of what the map colours; a selected commune leaves nothing out."""
    address = state.selecting(None).url(f"{page}/tableau")
    return offered_files(address, block.indicator.units.type, len(block.kept))


def _evolution(snapshot: LoadedSnapshot, type_: str, members: Sequence[Row]) -> str:
    """Say what changed since the last release, where a page lists it."""
    if type_ not in (FRANCE, DEPARTEMENT, EPCI):
        return ""
    codes = {member["code_insee"] for member in members}
    return territory_sentence(kept_evolutions(snapshot.id), codes)


def _quality_path(type_: str, code: str) -> str:
    """Page of the quality of the data of a territory; for France, that of the whole perimeter."""
    path = "/donnees/qualite"
    return path if type_ == FRANCE else f"{path}?territoire={type_}-{code}"


def _places(
    snapshot: LoadedSnapshot, type_: str, members: Sequence[Row], state: MapState, page: str
) -> TerritoryPlaces | None:
    """List the places of a territory; those of all of France have no list of their own."""
    return None if type_ == FRANCE else territory_places(snapshot, members, state, page)


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


def _part_tables(snapshot: LoadedSnapshot, block: MapBlock) -> Iterator[PartTable]:
    """List the territories that make up one; those that the map colours follow its legend."""
    for kind in _MADE_OF.get(block.type, ()):
        unit = UNITS[kind]
        rows = unit_rows(snapshot, block.type, block.code, unit)
        if unit == block.indicator.units:
            rows = [row for row in rows if unit.code(row) in block.kept]
        yield PartTable(unit, tuple(parts(rows, unit)))
