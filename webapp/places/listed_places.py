"""The places that an address lists: those of a territory that it keeps, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from webapp.asked_query import asked_query
from webapp.maps.map_units import communes_of
from webapp.page_state import current_view, page_state
from webapp.places import place_list
from webapp.places.place_list import BY_DISTANCE, LIST_PARAMETERS, ListState
from webapp.places.place_questions import kept_places
from webapp.places.trips import is_located
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row
from webapp.territories.serving_places import serving_places
from webapp.views.state import MapState


@dataclass(frozen=True)
class ListedPlaces:
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


def listed_places(type_: str, code: str) -> ListedPlaces:
    """Read the address of this request, and order the places that it keeps.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory.
    """
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
    return ListedPlaces(snapshot, territory, members, read.state, order, sites, kept, km, said)
