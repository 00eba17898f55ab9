"""The places of help of a territory: those in its communes, and those outside that serve them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto.place_natures import SITE_NATURES, nature_of
from carto.vocabulary import SiteFormat
from webapp.places.place_form import PlaceForm, place_form
from webapp.places.place_list import by_commune
from webapp.places.place_questions import kept_places
from webapp.places.places import PlaceOfHelp, describe
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.state import MapState

Row = Mapping[str, Any]

FIRST_PLACES = 12


@dataclass(frozen=True)
class TerritoryPlaces:
    """What the page of a territory tells of its places.

    Attributes
    ----------
    form
        The filter, which the map and the list follow.
    first
        The first places of the list.
    kept
        How many places are kept.
    list_path
        Address of the whole list, filtered alike.
    key
        Letters of the places on the map, and what they mean.
    """

    form: PlaceForm
    first: tuple[PlaceOfHelp, ...]
    kept: int
    list_path: str
    key: tuple[SiteFormat, ...]


def serving_places(snapshot: LoadedSnapshot, members: Iterable[Row]) -> list[Row]:
    """List the supply located in some communes, or nearest to one of them, by identifier.

    A map, a list and a file of the same territory show the same places.

    Parameters
    ----------
    snapshot
        Where the places are.
    members
        Rows of `communes`.
    """
    codes, nearest = set(), set()
    for row in members:
        codes.add(row["code_insee"])
        nearest.add(row["nearest_site_id"])
    return [
        site
        for site in snapshot.sites.values()
        if site["is_supply"] and (site["code_insee"] in codes or site["id"] in nearest)
    ]


def territory_places(
    snapshot: LoadedSnapshot, members: Collection[Row], state: MapState, path: str
) -> TerritoryPlaces:
    """Gather the places of a territory for its page, filtered as its state says.

    Parameters
    ----------
    snapshot
        Where the places are.
    members
        Communes of the territory.
    state
        State of the page.
    path
        Path of the page.
    """
    sites = serving_places(snapshot, members)
    kept = kept_places(sites, state.places).rows
    inside = {row["code_insee"] for row in members}
    first = by_commune(kept, snapshot.communes, inside)[:FIRST_PLACES]
    natures = set(map(nature_of, kept)) if state.has_places else set()
    return TerritoryPlaces(
        place_form(sites, state, path),
        tuple(describe(site, communes=snapshot.communes) for site in first),
        len(kept),
        state.url(f"{path}/lieux"),
        tuple(nature for name, nature in SITE_NATURES.items() if name in natures),
    )
