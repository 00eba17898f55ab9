"""A scenario in an address: short, versioned, and read back whole or refused change by change.

`?ajout=29019:3.5&ajout=-4.2345,48.1234:7&retrait=fs-173&heures=fs-2046:14&deplace=fs-12:29105`
`&sc=1&etat=f6a65025`

Hours are a week; a point is « longitude,latitude » to four decimals (some ten metres); `sc` is the
version of this writing, `etat` the beginning of the id of the snapshot that the scenario was made
on. A parameter may be repeated, and the order of the additions is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from carto.codes import is_code_insee
from carto.french import number
from carto.planning.scenarios.scenario import Addition, Scenario, Where
from carto.said_back import said_back
from carto.typography import typeset

ADD, REMOVE, HOURS, MOVE = "ajout", "retrait", "heures", "deplace"
VERSION, STATE = "sc", "etat"
CHANGE_PARAMETERS = (ADD, REMOVE, HOURS, MOVE)
SCENARIO_PARAMETERS = (*CHANGE_PARAMETERS, VERSION, STATE)

WRITTEN_VERSION = "1"
STATE_LENGTH = 8
MOST_CHANGES = 20
LEAST_HOURS, MOST_HOURS = 0.5, 60.0

_HOURS = re.compile(r"[0-9]{1,2}([.,][0-9]{1,2})?")
_POINT = re.compile(r"(-?[0-9]{1,3}(?:\.[0-9]{1,15})?),(-?[0-9]{1,2}(?:\.[0-9]{1,15})?)")
_STATE = re.compile(r"[0-9a-f]{8}")
_POINT_DECIMALS = 4
# Of more than this, no change is looked at: a page would list thousands of reasons.
_MOST_READ = 5 * MOST_CHANGES

Pair = tuple[str, str]


@dataclass(frozen=True)
class Refusal:
    """A change that cannot be used.

    Attributes
    ----------
    parameter
        Its parameter.
    reason
        French sentence that says what is wrong and what to do.
    """

    parameter: str
    reason: str


@dataclass(frozen=True)
class WrittenScenario:
    """What an address says.

    Attributes
    ----------
    scenario
        The changes that are written as they should.
    refusals
        The others; with any of them the scenario as a whole must not be applied.
    state
        Beginning of the id of the snapshot that it was made on; empty when it does not say.
    """

    scenario: Scenario
    refusals: tuple[Refusal, ...]
    state: str


def scenario_pairs(scenario: Scenario, snapshot_id: str) -> list[Pair]:
    """Write the parameters of an address, none for a scenario that changes nothing.

    Parameters
    ----------
    scenario
        What changes.
    snapshot_id
        Id of the snapshot that it is made on.

    Examples
    --------
    >>> scenario_pairs(Scenario((Addition(Where("29019"), 3.5),), ("fs-173",)), "f6a65025bfeecb2e")
    [('ajout', '29019:3.5'), ('retrait', 'fs-173'), ('sc', '1'), ('etat', 'f6a65025')]
    """
    if scenario.is_empty:
        return []
    return [
        *((ADD, f"{where_text(one.where)}:{one.hours_week:g}") for one in scenario.additions),
        *((REMOVE, place) for place in scenario.removals),
        *((HOURS, f"{place}:{hours:g}") for place, hours in scenario.hours),
        *((MOVE, f"{place}:{where_text(where)}") for place, where in scenario.moves),
        (VERSION, WRITTEN_VERSION),
        (STATE, snapshot_id[:STATE_LENGTH]),
    ]


def query_text(pairs: Sequence[Pair]) -> str:
    """Write parameters as the query of an address, colons and commas left as they are.

    >>> query_text([("ajout", "-4.2345,48.1234:3.5")])
    'ajout=-4.2345,48.1234:3.5'
    """
    return urlencode(pairs, safe=":,")


def where_text(where: Where) -> str:
    """Write where a place would be, as an address does.

    >>> where_text(Where("29019")), where_text(Where(lon_lat=(-4.2, 48.12346)))
    ('29019', '-4.2,48.1235')
    """
    if where.lon_lat is None:
        return str(where.commune)
    written = (f"{degrees:.{_POINT_DECIMALS}f}" for degrees in where.lon_lat)
    return ",".join(text.rstrip("0").rstrip(".") for text in written)


def read_where(text: str) -> Where | None:
    """Read where a place would be; None when it is neither a code nor a point.

    >>> read_where("29019"), read_where("-4.23451,48.1").lon_lat, read_where("Brest")
    (Where(commune='29019', lon_lat=None), (-4.2345, 48.1), None)
    """
    if is_code_insee(text):
        return Where(commune=text)
    found = _POINT.fullmatch(text) if text.isascii() else None
    if found is None:
        return None
    longitude, latitude = (round(float(degrees), _POINT_DECIMALS) for degrees in found.groups())
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        return None
    return Where(lon_lat=(longitude, latitude))


def read_scenario(query: Mapping[str, Sequence[str]]) -> WrittenScenario:
    """Read the scenario of an address.

    Parameters
    ----------
    query
        Every value of each parameter, in the order of the address.
    """
    count = sum(len(query.get(name, ())) for name in CHANGE_PARAMETERS)
    if count > _MOST_READ:
        return WrittenScenario(Scenario(), (_too_many(count),), "")
    refusals: list[Refusal] = []
    scenario = Scenario(
        additions=tuple(_additions(query, refusals)),
        removals=tuple(filter(None, query.get(REMOVE, ()))),
        hours=tuple(_hours_of_places(query, refusals)),
        moves=tuple(_moves(query, refusals)),
    )
    version, state = ([*query.get(name, ()), ""][0] for name in (VERSION, STATE))
    if version not in ("", WRITTEN_VERSION):
        refusals.append(
            _refusal(
                VERSION,
                f"Ce scénario est écrit dans une version que ce service ne connaît pas "
                f"(« {said_back(version)} ») : refaites-le ici.",
            )
        )
    if state and not (state.isascii() and _STATE.fullmatch(state)):
        refusals.append(
            _refusal(STATE, f"« etat={said_back(state)} » n'est pas compris : retirez-le.")
        )
        state = ""
    refusals += _clashes(scenario)
    return WrittenScenario(scenario, tuple(refusals), state)


def _additions(query: Mapping[str, Sequence[str]], refusals: list[Refusal]) -> Iterator[Addition]:
    """Read the places that would open."""
    for text in filter(None, query.get(ADD, ())):
        said, _, hours = text.rpartition(":")
        where, hours_week = read_where(said), _read_hours(hours)
        if where is None or hours_week is None:
            refusals.append(_unread(ADD, text, "29019:3.5 ou -4.2345,48.1234:3.5"))
        else:
            yield Addition(where, hours_week)


def _hours_of_places(
    query: Mapping[str, Sequence[str]], refusals: list[Refusal]
) -> Iterator[tuple[str, float]]:
    """Read the places that would change hours."""
    for text in filter(None, query.get(HOURS, ())):
        place, _, hours = text.rpartition(":")
        hours_week = _read_hours(hours)
        if not place or hours_week is None:
            refusals.append(_unread(HOURS, text, "un identifiant de lieu, puis :14"))
        else:
            yield place, hours_week


def _moves(
    query: Mapping[str, Sequence[str]], refusals: list[Refusal]
) -> Iterator[tuple[str, Where]]:
    """Read the places that would be elsewhere."""
    for text in filter(None, query.get(MOVE, ())):
        place, _, said = text.rpartition(":")
        where = read_where(said)
        if not place or where is None:
            refusals.append(_unread(MOVE, text, "un identifiant de lieu, puis :29105"))
        else:
            yield place, where


def _read_hours(text: str) -> float | None:
    """Read hours a week; None when they are not a number within bounds.

    >>> _read_hours("3,5"), _read_hours("0"), _read_hours("61")
    (3.5, None, None)
    """
    if not text.isascii() or not _HOURS.fullmatch(text):
        return None
    hours = float(text.replace(",", "."))
    return hours if LEAST_HOURS <= hours <= MOST_HOURS else None


def _clashes(scenario: Scenario) -> Iterator[Refusal]:
    """Refuse changes that contradict each other, and too many of them."""
    if scenario.changes > MOST_CHANGES:
        yield _too_many(scenario.changes)
    removed = set(scenario.removals)
    named = {
        REMOVE: list(scenario.removals),
        HOURS: [place for place, _ in scenario.hours],
        MOVE: [place for place, _ in scenario.moves],
    }
    for name, places in named.items():
        for place in sorted({place for place in places if places.count(place) > 1}):
            yield _refusal(name, f"« {name} » nomme deux fois le lieu {place} : gardez-en un.")
        if name != REMOVE:
            for place in sorted(removed.intersection(places)):
                yield _refusal(
                    name, f"Le lieu {place} est à la fois retiré et changé : choisissez."
                )


def _too_many(count: int) -> Refusal:
    """Refuse more changes than a scenario holds."""
    return _refusal(
        ADD,
        f"Un scénario tient {MOST_CHANGES} changements au plus, et celui-ci en a "
        f"{number(count)} : retirez-en.",
    )


def _unread(name: str, text: str, form: str) -> Refusal:
    """Refuse a value that is not written as it should be."""
    bounds = f"de {number(LEAST_HOURS, 1)} à {number(MOST_HOURS)} h par semaine"
    said = f" ({bounds})" if name != MOVE else ""
    return _refusal(name, f"« {name}={said_back(text)} » n'est pas compris : attendu {form}{said}.")


def _refusal(name: str, reason: str) -> Refusal:
    """Refuse a change, in typeset French."""
    return Refusal(name, typeset(reason))
