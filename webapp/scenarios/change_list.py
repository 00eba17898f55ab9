"""The changes of a scenario in words, and the place whose form is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from carto.planning.scenarios.scenario import Scenario
from carto.typography import typeset
from webapp.scenarios.gesture import FORGET, GESTURE, TARGET, addition_id, addition_rank
from webapp.scenarios.place_names import PlaceNames, field_value, hours_words

CHOSEN = "lieu"
# Writes the address of the present scenario with other parameters.
Address = Callable[[Mapping[str, str]], str]


@dataclass(frozen=True)
class ChangeLine:
    """One change: what it does, where it is changed, what cancels it."""

    id: str
    words: str
    modify: str
    cancel: str
    is_chosen: bool


@dataclass(frozen=True)
class ChosenPlace:
    """The place whose form is open.

    Attributes
    ----------
    id
        What names it in a gesture.
    nom, detail
        Its name, and what it is today.
    hours
        Hours a week as the form shows them.
    is_removed
        Whether the scenario removes it.
    cancel
        Address of the scenario without its changes.
    """

    id: str
    nom: str
    detail: str
    hours: str
    is_removed: bool
    cancel: str


def change_lines(
    scenario: Scenario, names: PlaceNames, chosen: str, address: Address
) -> list[ChangeLine]:
    """Put the changes of a scenario in words, a line by place.

    Parameters
    ----------
    scenario
        Its places are on the ground.
    names
        Names of communes and places.
    chosen
        The place whose form is open.
    address
        Writes the links.
    """
    return [
        ChangeLine(
            id_,
            typeset(words),
            f"{address({CHOSEN: id_})}#lieu-choisi",
            address({GESTURE: FORGET, TARGET: id_}),
            id_ == chosen,
        )
        for id_, words in change_words(scenario, names)
    ]


def change_words(scenario: Scenario, names: PlaceNames) -> Iterator[tuple[str, str]]:
    """Say each change, with what names its place.

    Parameters
    ----------
    scenario
        Its places are on the ground.
    names
        Names of communes and places.
    """
    for rank, added in enumerate(scenario.additions):
        said = f"Ajouter {hours_words(added.hours_week)} {names.where(added.where)}"
        yield addition_id(rank), said
    for place in scenario.removals:
        yield place, f"Retirer {names.places[place].whole}"
    hours, moves = dict(scenario.hours), dict(scenario.moves)
    for place in dict.fromkeys((*hours, *moves)):
        named = names.places[place]
        parts = []
        if place in moves:
            parts.append(f"déplacé {names.where(moves[place])}")
        if place in hours:
            now = hours_words(named.hours_week).removesuffix(" par semaine")
            parts.append(f"{hours_words(hours[place])} au lieu de {now}")
        yield place, f"{named.whole} : {', '.join(parts)}"


def chosen_place(
    chosen: str, scenario: Scenario, names: PlaceNames, address: Address
) -> ChosenPlace | None:
    """Describe the place whose form is open; None when there is no such place."""
    cancel = address({GESTURE: FORGET, TARGET: chosen})
    rank = addition_rank(chosen, scenario)
    if rank is not None:
        added = scenario.additions[rank]
        nom = f"Permanence ajoutée {names.where(added.where)}"
        hours = field_value(added.hours_week)
        return ChosenPlace(chosen, nom, "Dans ce scénario seulement.", hours, False, cancel)
    named = names.places.get(chosen)
    if named is None:
        return None
    hours = field_value(dict(scenario.hours).get(chosen, named.hours_week))
    detail = f"{named.commune} ; aujourd'hui {hours_words(named.hours_week)}."
    is_removed = chosen in scenario.removals
    return ChosenPlace(chosen, named.nom, typeset(detail), hours, is_removed, cancel)
