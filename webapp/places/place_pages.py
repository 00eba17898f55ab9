"""The places of a territory as a page and as a file, filtered as the address says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, render_template

from carto.folding import folded
from carto.vocabulary import PLACE_SOURCES
from webapp.asked_query import asked_query
from webapp.csv_answers import csv_answer
from webapp.links import territory_page
from webapp.maps.map_units import communes_of
from webapp.page_state import current_view, page_state, require_usable
from webapp.places import place_list
from webapp.places.place_csv import places_csv
from webapp.places.place_form import place_form
from webapp.places.place_labels import labels_of, with_labels
from webapp.places.place_list import BY_DISTANCE, LIST_PARAMETERS, ListState, PlaceGroup
from webapp.places.place_questions import kept_places
from webapp.places.places import PlaceOfHelp, describe
from webapp.places.trips import is_located
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row
from webapp.territories.serving_places import serving_places
from webapp.territories.territory import Step
from webapp.territories.territory_routes import for_every_territory
from webapp.territories.trails import trail
from webapp.views.provenance import credit, source_titles
from webapp.views.state import MapState

blueprint = Blueprint("places", __name__)

LONGEST_CHOICE = 1000


@dataclass(frozen=True)
class Listed:
    """What the address asks for: the places of a territory, those kept, in their order."""

    snapshot: LoadedSnapshot
    territory: Row
    members: list[Row]
    state: MapState
    order: ListState
    sites: list[Row]
    kept: list[Row]
    km: Mapping[str, float]
    notices: tuple[str, ...]


@for_every_territory(blueprint, after="/lieux")
def places(type_: str, code: str) -> str:
    """List the places of a territory, by commune or by distance to one."""
    listed = _listed(type_, code)
    snapshot, state, order = listed.snapshot, listed.state, listed.order
    shown, pages = place_list.page_of(listed.kept, order.page)
    page = territory_page(type_, code)
    sort = {} if order.sort == _usual_sort(state) else {"tri": order.sort}
    return render_template(
        "pages/lieux.html",
        row=listed.territory,
        state=state,
        notices=listed.notices,
        trail=[
            *trail(snapshot, type_, listed.territory)[:-1],
            Step(listed.territory["nom"], page),
            Step("Lieux d'aide"),
        ],
        map_path=page,
        form=place_form(listed.sites, state, f"{page}/lieux", sort, _choices(listed.members)),
        around=_around(listed),
        groups=_groups(listed, shown),
        beyond=_beyond(listed),
        pages=pages,
        previous=_page(listed, pages.number - 1, page) if pages.number > 1 else "",
        following=_page(listed, pages.number + 1, page) if pages.number < pages.count else "",
        by_distance=order.sort == BY_DISTANCE,
        csv=state.url(f"{page}/lieux.csv", **sort),
        sites_credit=credit(snapshot.facts, *PLACE_SOURCES),
    )


@for_every_territory(blueprint, after="/lieux.csv")
def places_file(type_: str, code: str) -> Response:
    """Answer with the places that the page lists, all its pages at once."""
    listed = _listed(type_, code)
    require_usable(listed.snapshot, listed.notices)
    text = places_csv(listed.kept, listed.snapshot.communes)
    return csv_answer(text, f"lieux-{type_}-{code}.csv")


def _listed(type_: str, code: str) -> Listed:
    """Read the address, and order the places that it keeps."""
    snapshot = current_view()
    territory = snapshot.territory(type_, code)
    members = communes_of(snapshot, type_, code)
    read = page_state(snapshot, (), *LIST_PARAMETERS)
    query = asked_query()
    order, notices = place_list.read_list_state(query, read.state.selected)
    sites = serving_places(snapshot, members)
    kept = list(kept_places(sites, read.state.places).rows)
    km: dict[str, float] = {}
    if order.sort == BY_DISTANCE and read.state.selected is not None:
        here = snapshot.communes[read.state.selected]
        km = dict(snapshot.points("sites").nearest(here, len(snapshot.sites)))
        kept.sort(key=lambda site: (not is_located(site), km[site["id"]], site["id"]))
    else:
        inside = {row["code_insee"] for row in members}
        kept = place_list.by_commune(kept, snapshot.communes, inside)
    said = (*read.notices, *notices)
    return Listed(snapshot, territory, members, read.state, order, sites, kept, km, said)


def _around(listed: Listed) -> str:
    """Name the commune that distances are counted from; empty for a list by commune."""
    selected = listed.state.selected if listed.km else None
    return "" if selected is None else str(listed.snapshot.communes[selected]["nom"])


def _groups(listed: Listed, shown: Sequence[Row]) -> list[PlaceGroup]:
    """Put one page of the places in words."""
    communes, titles = listed.snapshot.communes, source_titles(listed.snapshot.facts)
    labels = labels_of(listed.snapshot, (site["id"] for site in shown))

    def write(site: Row) -> PlaceOfHelp:
        return with_labels(describe(site, titles=titles, communes=communes), labels)

    if listed.km:
        return place_list.around(shown, write, listed.km, _around(listed))
    inside = {row["code_insee"] for row in listed.members}
    return place_list.grouped(shown, write, communes, inside)


def _beyond(listed: Listed) -> int:
    """Count the places kept that lie outside the territory."""
    inside = {row["code_insee"] for row in listed.members}
    return sum(site["code_insee"] not in inside for site in listed.kept)


def _usual_sort(state: MapState) -> str:
    """Order of the list when the address does not say."""
    return place_list.BY_COMMUNE if state.selected is None else BY_DISTANCE


def _page(listed: Listed, number: int, page: str) -> str:
    """Address of another page of the list."""
    sort = listed.order.sort
    more = {} if sort == _usual_sort(listed.state) else {"tri": sort}
    return listed.state.url(f"{page}/lieux", **more, page=str(number))


def _choices(members: list[Row]) -> list[Row]:
    """Communes that distances may be counted from, by name; none when they are too many."""
    if len(members) > LONGEST_CHOICE:
        return []
    return sorted(members, key=lambda row: folded(row["nom"]))
