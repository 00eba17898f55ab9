"""The changes of an address that is not applied: each to be taken out, the usable ones to keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from carto.planning.scenarios.scenario import Scenario
from carto.said_back import said_back
from carto.typography import typeset
from webapp.planning.asked_scenario import AskedScenario, asked_scenario
from webapp.planning.scenario_address import (
    CHANGE_PARAMETERS,
    MOST_CHANGES,
    STATE,
    VERSION,
    Pair,
    query_text,
    scenario_pairs,
)
from webapp.scenarios.change_list import change_words
from webapp.scenarios.place_names import PlaceNames
from webapp.scenarios.scenario_page import ScenarioPage
from webapp.scenarios.suggested_place import PATH
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

# More of them are not told one by one: nobody would take them out so.
_MOST_LISTED = 2 * MOST_CHANGES

Values = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class WrittenChange:
    """One change as it is written.

    Attributes
    ----------
    words
        What it does, or how it is written where it cannot be used.
    is_usable
        Whether it could be used alone.
    without
        The same address without it.
    """

    words: str
    is_usable: bool
    without: str


@dataclass(frozen=True)
class Written:
    """The changes of an address, none of which is applied.

    Attributes
    ----------
    changes
        In the order of the address; none when they are too many to be told one by one.
    usable_count
        How many `usable` holds.
    usable
        Address of those that can be used together; empty when there are none.
    """

    changes: tuple[WrittenChange, ...]
    usable_count: int
    usable: str


def written_changes(
    snapshot: LoadedSnapshot, names: PlaceNames, page: ScenarioPage, values: Values
) -> Written:
    """List the changes of an address that was refused.

    Parameters
    ----------
    snapshot
        Where communes and places are published.
    names
        Names of the ground of the territory.
    page
        What else the address holds; it has no change.
    values
        Every value of each parameter of the scenario.
    """
    written = [(name, value) for name in CHANGE_PARAMETERS for value in values[name] if value]
    kept = [(name, value) for name in (VERSION, STATE) for value in values[name][:1]]
    listed = written if len(written) <= _MOST_LISTED else []
    changes = []
    for at, (name, value) in enumerate(listed):
        alone = asked_scenario(snapshot, names.ground, {name: [value]})
        others = [*written[:at], *written[at + 1 :]]
        query = query_text([*page.pairs, *others, *kept])
        words = typeset(next(_words(alone, names), f"« {name}={said_back(value)} »"))
        changes.append(WrittenChange(words, not alone.refusals, f"{PATH}?{query}"))
    usable = _usable(snapshot, names, written[:_MOST_LISTED])
    address = "" if usable.is_empty else replace(page, scenario=usable).url()
    return Written(tuple(changes), usable.changes, address)


def _words(alone: AskedScenario, names: PlaceNames) -> Iterator[str]:
    """Say a change that can be used."""
    for _, words in change_words(alone.scenario, PlaceNames(names.ground, alone.homes)):
        yield words


def _usable(snapshot: LoadedSnapshot, names: PlaceNames, written: Sequence[Pair]) -> Scenario:
    """Keep the first changes that can be used, if they can be used together."""
    rest = _first(asked_scenario(snapshot, names.ground, _values(written)).rest)
    again = asked_scenario(snapshot, names.ground, _values(scenario_pairs(rest, snapshot.id)))
    return again.scenario


def _first(scenario: Scenario) -> Scenario:
    """Keep as many changes as a scenario may have."""
    left = MOST_CHANGES
    additions = scenario.additions[:left]
    left -= len(additions)
    removals = scenario.removals[:left]
    left -= len(removals)
    hours = scenario.hours[:left]
    return Scenario(additions, removals, hours, scenario.moves[: left - len(hours)])


def _values(pairs: Sequence[Pair]) -> dict[str, list[str]]:
    """Gather the values of each parameter."""
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found
