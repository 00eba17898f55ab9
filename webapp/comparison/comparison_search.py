"""Adding a territory to a comparison by its name, as a form without JavaScript sends it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carto.folding import folded
from carto.typography import typeset
from webapp.comparison.compared_ids import MOST_COMPARED, TYPES, TerritoryId
from webapp.comparison.comparison_suggestions import Choice, comparison_address
from webapp.search.search import Found
from webapp.search.search_index import Place
from webapp.views.state import MapState

MOST_OFFERED = 12


@dataclass(frozen=True)
class Meant:
    """What a name may mean.

    Attributes
    ----------
    added
        The territory meant, when there is no doubt and room for it; else None.
    said
        What to tell the reader otherwise.
    choices
        Territories to choose from.
    """

    added: TerritoryId | None
    said: str = ""
    choices: tuple[Choice, ...] = ()


def matching(question: str, found: Found, ids: Sequence[TerritoryId], state: MapState) -> Meant:
    """Settle which territory a name means, or offer those it may mean.

    Parameters
    ----------
    question
        The name or code that was typed.
    found
        Answer of the search to it.
    ids
        Territories compared now.
    state
        State of the page, kept by the links.
    """
    places = _with_ids([place for group in found.groups for place in group.places])
    new = [(id_, place) for id_, place in places if id_ not in ids]
    if places and not new:
        return Meant(None, typeset(f"« {question} » est déjà dans la comparaison."))
    if len(ids) >= MOST_COMPARED:
        return Meant(None, typeset("La comparaison est pleine : retirez d'abord un territoire."))
    wanted = folded(question)
    exact = [id_ for id_, place in new if wanted in (folded(place.nom), place.code.lower())]
    sure = exact if exact else [id_ for id_, _ in new]
    if len(sure) == 1:
        return Meant(sure[0])
    close = new or _with_ids(found.close)
    said = (
        f"Plusieurs territoires répondent à « {question} » : lequel ?"
        if new
        else f"Aucun territoire publié ici ne s'appelle « {question} »."
        + (" Vouliez-vous dire :" if close else "")
    )
    choices = tuple(
        Choice(f"{place.nom}, {place.detail}", comparison_address([*ids, id_], state))
        for id_, place in close[:MOST_OFFERED]
    )
    return Meant(None, typeset(said), choices)


def place_id(place: Place) -> TerritoryId | None:
    """Return the id of a result of a search; None when it is no territory of today."""
    return TerritoryId(place.type, place.code) if place.type in TYPES else None


def _with_ids(places: Iterable[Place]) -> list[tuple[TerritoryId, Place]]:
    """Keep the places that can be compared, with their ids."""
    return [(id_, place) for place in places if (id_ := place_id(place)) is not None]
