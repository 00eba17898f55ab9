"""The page of a commune: help for everybody, the finding for those who run the territory."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, render_template, request

from carto.vocabulary import PLACE_SOURCES
from webapp.caching import FRAGMENT_HEADER
from webapp.communes.commune import NEIGHBOURS, neighbours
from webapp.communes.commune_charts import commune_charts
from webapp.communes.commune_panels import commune_in_words, commune_panel
from webapp.communes.commune_study import CommuneStudy, commune_study
from webapp.links import territory_page
from webapp.maps.map_blocks import MapBlock, map_block
from webapp.page_state import current_view, page_state
from webapp.places.nearest_places import nearest_places
from webapp.places.place_labels import labels_of, with_labels
from webapp.places.public_help import PublicHelp, public_help
from webapp.snapshots.column_view import ColumnView
from webapp.snapshots.loaded_snapshot import COMMUNE, DEPARTEMENT, EPCI, LoadedSnapshot, Row
from webapp.territories.planned_openings import PlannedOpenings, planned_openings
from webapp.territories.trails import trail
from webapp.views.provenance import credit, fibre_credit
from webapp.views.state import MapState

blueprint = Blueprint("communes_pages", __name__)

NEAREST_PLACES = 3


@blueprint.get("/commune/<code>")
def commune(code: str) -> str:
    """Show a commune; with the header X-Fragment, only what a panel holds."""
    snapshot = current_view()
    row = snapshot.territory(COMMUNE, code)
    read = page_state(snapshot, ())
    if request.headers.get(FRAGMENT_HEADER) == "1":
        panel = commune_panel(snapshot, row)
        return render_template("fragments/commune.html", panel=panel, state=read.state)
    page = commune_in_words(snapshot, row)
    map_path = _map_path(snapshot, row)
    return render_template(
        "pages/commune.html",
        commune=page,
        help=_help(snapshot, row),
        openings=_openings(snapshot, row),
        study=_study(snapshot, row),
        charts=commune_charts(snapshot, row),
        state=read.state,
        notices=read.notices,
        trail=trail(snapshot, COMMUNE, row),
        neighbours=neighbours(_closest(snapshot, row)),
        locator=_locator(snapshot, row, read.state),
        map_path=map_path,
        around_path=read.state.selecting(code).url(f"{map_path}/lieux"),
        fibre_credit=_fibre_credit(snapshot, row),
        sites_credit=credit(snapshot.facts, *PLACE_SOURCES),
    )


@blueprint.get("/commune/<code>/simple")
def simple(code: str) -> str:
    """Say where people of a commune find help, in large type and nothing else."""
    snapshot = current_view()
    row = snapshot.territory(COMMUNE, code)
    read = page_state(snapshot, ())
    return render_template(
        "pages/commune-simple.html",
        row=row,
        help=_help(snapshot, row),
        state=read.state,
        notices=read.notices,
        sites_credit=credit(snapshot.facts, *PLACE_SOURCES),
    )


def _help(snapshot: LoadedSnapshot, row: Row) -> PublicHelp:
    """Find the places nearest to a commune, and put them in words."""
    trips = nearest_places(snapshot, row, NEAREST_PLACES)
    found = public_help(row, trips, snapshot.facts, snapshot.communes)
    labels = labels_of(snapshot, (near.place.id for near in found.places))
    places = (replace(near, place=with_labels(near.place, labels)) for near in found.places)
    return replace(found, places=tuple(places))


def _openings(snapshot: LoadedSnapshot, row: Row) -> PlannedOpenings | None:
    """List the openings planned in a commune, to be simulated in its EPCI or département."""
    epci = row["siren_epci"]
    around = (EPCI, epci) if epci is not None else (DEPARTEMENT, row["departement"])
    return planned_openings(snapshot, around, [row])


def _fibre_credit(snapshot: LoadedSnapshot, row: Row) -> str:
    """Name the source of the fibre of a commune, when it is known there."""
    return "" if row["taux_couverture_ftth"] is None else fibre_credit(snapshot.facts, row)


def _study(snapshot: LoadedSnapshot, row: Row) -> CommuneStudy:
    """Gather what the methods say of a commune beyond its verdict."""
    names = ColumnView(snapshot.communes, "nom")
    return commune_study(row, snapshot.details, snapshot.facts, names)


def _closest(snapshot: LoadedSnapshot, row: Row) -> list[Row]:
    """Find the communes whose points are closest to that of another, the closest first."""
    found = snapshot.points("communes").nearest(row, NEIGHBOURS + 1)
    return [snapshot.communes[code] for code, _ in found if code != row["code_insee"]][:NEIGHBOURS]


def _locator(snapshot: LoadedSnapshot, row: Row, state: MapState) -> MapBlock:
    """Draw where a commune lies: in its EPCI, or in its département when it has none."""
    here = replace(state.selecting(row["code_insee"]), has_places=False)
    if row["siren_epci"] is not None:
        return map_block(snapshot, EPCI, row["siren_epci"], here)
    return map_block(snapshot, DEPARTEMENT, row["departement"], here)


def _map_path(snapshot: LoadedSnapshot, row: Row) -> str:
    """Page whose map shows a commune: its département's, or its EPCI's beyond the perimeter."""
    if row["is_in_scope"] and row["departement"] in snapshot.departements:
        return territory_page(DEPARTEMENT, row["departement"])
    return territory_page(EPCI, row["siren_epci"])
