"""What the page of a territory tells of its places of help, filtered as its address says."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from carto.place_natures import SITE_NATURES, nature_of
from carto.vocabulary import SiteFormat
from webapp.places.place_form import PlaceForm, place_form
from webapp.places.place_list import by_commune
from webapp.places.place_questions import kept_places
from webapp.places.places import PlaceOfHelp, describe
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.territories.serving_places import serving_places
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
