"""The list of places of a territory: grouped by commune, or by distance to one, page by page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from carto import french
from carto.folding import folded
from carto.said_back import said_back
from carto.typography import typeset
from webapp.page_number import read_page_number
from webapp.places.places import PlaceOfHelp, commune_of
from webapp.places.trips import is_located

Row = Mapping[str, Any]

BY_COMMUNE, BY_DISTANCE = "commune", "distance"
LIST_PARAMETERS = ("tri", "page")
PER_PAGE = 40


@dataclass(frozen=True)
class ListState:
    """How the places are listed, and which page of the list."""

    sort: str
    page: int


@dataclass(frozen=True)
class ListedPlace:
    """A place of the list; `distance` is empty when the list is not about a commune."""

    place: PlaceOfHelp
    distance: str = ""


@dataclass(frozen=True)
class PlaceGroup:
    """Places under one heading; `code` is that of a published commune, or empty."""

    nom: str
    code: str
    places: tuple[ListedPlace, ...]


@dataclass(frozen=True)
class Pages:
    """Where a page of the list is among the others."""

    number: int
    count: int
    first: int
    last: int
    total: int


def read_list_state(
    query: Mapping[str, str], selected: str | None
) -> tuple[ListState, tuple[str, ...]]:
    """Read how the places are listed.

    Parameters
    ----------
    query
        Parameters of the address.
    selected
        Code of the commune that distances are counted from, if there is one: the list is then
        sorted by distance unless told otherwise.

    Returns
    -------
    tuple
        A usable state, and one French notice per value that was replaced by its default.
    """
    notices = []
    usual = BY_COMMUNE if selected is None else BY_DISTANCE
    sort = query.get("tri") or usual
    if sort not in (BY_COMMUNE, BY_DISTANCE):
        notices.append(f"« tri={said_back(sort)} » n'est pas compris (commune ou distance).")
        sort = usual
    if sort == BY_DISTANCE and selected is None:
        notices.append("Choisissez une commune pour trier les lieux par distance.")
        sort = BY_COMMUNE
    page, said = read_page_number(query)
    return ListState(sort, page), (*map(typeset, notices), *said)


def by_commune(
    rows: Iterable[Row], communes: Mapping[str, Row], inside: Collection[str]
) -> list[Row]:
    """Order places by name of commune then of place, those beyond the territory at the end."""

    def rank(site: Row) -> tuple[bool, str, str, str, str]:
        name = folded(commune_of(site, communes))
        is_beyond = site["code_insee"] not in inside
        return is_beyond, name, site["code_insee"], folded(site["nom"]), site["id"]

    return sorted(rows, key=rank)


def page_of(rows: Sequence[Row], number: int) -> tuple[Sequence[Row], Pages]:
    """Take one page of a list, the last one when there are fewer."""
    count = max(1, -(-len(rows) // PER_PAGE))
    number = min(number, count)
    first = (number - 1) * PER_PAGE
    shown = rows[first : first + PER_PAGE]
    return shown, Pages(number, count, first + 1, first + len(shown), len(rows))


def grouped(
    rows: Iterable[Row],
    write: Callable[[Row], PlaceOfHelp],
    communes: Mapping[str, Row],
    inside: Collection[str],
) -> list[PlaceGroup]:
    """Put ordered places under the names of their communes.

    Parameters
    ----------
    rows
        Rows of `sites`, ordered by `by_commune`.
    write
        Puts one in words.
    communes
        Rows of `communes` by code; others are named as published, and have no page.
    inside
        Codes of the communes of the territory; the name of another one says that it is beyond.
    """
    groups = []
    for code, sites in groupby(rows, key=lambda site: str(site["code_insee"])):
        of_commune = list(sites)
        nom = commune_of(of_commune[0], communes)
        groups.append(
            PlaceGroup(
                nom if code in inside else f"{nom} (hors du territoire)",
                code if code in communes else "",
                tuple(ListedPlace(write(site)) for site in of_commune),
            )
        )
    return groups


def around(
    rows: Iterable[Row], write: Callable[[Row], PlaceOfHelp], km: Mapping[str, float], nom: str
) -> list[PlaceGroup]:
    """Put ordered places under one heading, with their distance to a commune."""
    places = (ListedPlace(write(site), _distance(site, km[site["id"]])) for site in rows)
    return [PlaceGroup(f"Du plus proche au plus loin {french.of_place(nom)}", "", tuple(places))]


def _distance(site: Row, km: float) -> str:
    """Write a distance, when the position of the place is known."""
    known = f"À {french.number(km, 1, 'km')} à vol d'oiseau"
    return known if is_located(site) else "Distance inconnue"
