"""The places of a territory as a page, filtered as the address says."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, render_template

from carto.folding import folded
from carto.vocabulary import PLACE_SOURCES
from webapp.links import territory_page
from webapp.offered_files import PLACES, offered_files
from webapp.places import place_list
from webapp.places.listed_places import ListedPlaces, listed_places
from webapp.places.place_form import place_form
from webapp.places.place_labels import labels_of, with_labels
from webapp.places.place_list import BY_DISTANCE, PlaceGroup
from webapp.places.places import PlaceOfHelp, describe
from webapp.snapshots.loaded_snapshot import Row
from webapp.territories.territory import Step
from webapp.territories.territory_routes import for_every_territory
from webapp.territories.trails import trail
from webapp.views.provenance import credit, source_titles
from webapp.views.state import MapState

blueprint = Blueprint("places", __name__)

LONGEST_CHOICE = 1000


@for_every_territory(blueprint, after="/lieux")
def places(type_: str, code: str) -> str:
    """List the places of a territory, by commune or by distance to one."""
    listed = listed_places(type_, code)
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
        files=offered_files(state.url(f"{page}/lieux", **sort), PLACES, len(listed.kept)),
        sites_credit=credit(snapshot.facts, *PLACE_SOURCES),
    )


def _around(listed: ListedPlaces) -> str:
    """Name the commune that distances are counted from; empty for a list by commune."""
    selected = listed.state.selected if listed.km else None
    return "" if selected is None else str(listed.snapshot.communes[selected]["nom"])


def _groups(listed: ListedPlaces, shown: Sequence[Row]) -> list[PlaceGroup]:
    """Put one page of the places in words."""
    communes, titles = listed.snapshot.communes, source_titles(listed.snapshot.facts)
    labels = labels_of(listed.snapshot, (site["id"] for site in shown))

    def write(site: Row) -> PlaceOfHelp:
        return with_labels(describe(site, titles=titles, communes=communes), labels)

    if listed.km:
        return place_list.around(shown, write, listed.km, _around(listed))
    inside = {row["code_insee"] for row in listed.members}
    return place_list.grouped(shown, write, communes, inside)


def _beyond(listed: ListedPlaces) -> int:
    """Count the places kept that lie outside the territory."""
    inside = {row["code_insee"] for row in listed.members}
    return sum(site["code_insee"] not in inside for site in listed.kept)


def _usual_sort(state: MapState) -> str:
    """Order of the list when the address does not say."""
    return place_list.BY_COMMUNE if state.selected is None else BY_DISTANCE


def _page(listed: ListedPlaces, number: int, page: str) -> str:
    """Address of another page of the list."""
    sort = listed.order.sort
    more = {} if sort == _usual_sort(listed.state) else {"tri": sort}
    return listed.state.url(f"{page}/lieux", **more, page=str(number))


def _choices(members: list[Row]) -> list[Row]:
    """Communes that distances may be counted from, by name; none when they are too many."""
    if len(members) > LONGEST_CHOICE:
        return []
    return sorted(members, key=lambda row: folded(row["nom"]))
