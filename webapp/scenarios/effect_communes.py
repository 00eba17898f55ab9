"""The communes that a scenario changes: who gains, who loses, inside the perimeter and around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite, isinf, isnan
from typing import Any, NamedTuple

import numpy as np

from carto import french
from carto.drawing.indicators.difference_indicators import DIFFERENCE
from carto.flags import ILE_SANS_LIEU
from carto.planning.grounds.ground import Bools, Ground
from carto.planning.scenarios.effect import LEAST_ACCESS, LEAST_MINUTES, Effect, State
from carto.typography import thin_thousands, typeset
from carto.vocabulary import VERDICT_WORDS
from webapp.links import territory_page
from webapp.scenarios.scenario_maps import ThreeStates
from webapp.snapshots.laid_over import LaidOver
from webapp.snapshots.loaded_snapshot import Row

MOST_LISTED = 30
_NO_WAY = "aucun"


@dataclass(frozen=True)
class Side:
    """Communes that gain and that lose, in a part of the ground, and their inhabitants."""

    where: str
    gaining: str
    people_gaining: str
    losing: str
    people_losing: str


class Verdict(NamedTuple):
    """A verdict and its words."""

    key: str
    words: str


@dataclass(frozen=True)
class MovedCommune:
    """A commune before and after; one that is not published has neither page nor verdict."""

    code: str
    path: str
    nom: str
    population: str
    minutes_before: str
    minutes_after: str
    access_before: str
    access_after: str
    verdict_before: Verdict | None
    verdict_after: Verdict | None


@dataclass(frozen=True)
class Moved:
    """The communes that change, the most peopled first, and how many they are."""

    caption: str
    listed: tuple[MovedCommune, ...]


def sides(nom: str, ground: Ground, effect: Effect) -> list[Side]:
    """Count who gains and who loses in the perimeter, then around it.

    Parameters
    ----------
    nom
        Name of the territory.
    ground
        Communes and their people.
    effect
        What the scenario changes.
    """
    found = []
    for where, here in ((nom, ground.is_inside), ("Communes autour", ~ground.is_inside)):
        gaining, losing = effect.gains & here, effect.losses & here
        found.append(
            Side(
                where,
                french.number(int(gaining.sum())),
                _people(ground, gaining),
                french.number(int(losing.sum())),
                _people(ground, losing),
            )
        )
    return found


def sides_said(effect: Effect) -> str:
    """Say what counts as a gain or a loss, and whether somebody loses."""
    counted = (
        f"Compte comme un gain ou une perte un temps qui change de plus de "
        f"{french.number(LEAST_MINUTES, 1, 'min')}, ou une offre accessible qui change d'au moins "
        f"{french.number(LEAST_ACCESS, 2, 'h')} par semaine pour 1 000 habitants ; une commune qui "
        "gagne d'un côté et perd de l'autre est comptée parmi celles qui perdent."
    )
    if not effect.losses.any():
        return thin_thousands(typeset(f"Aucune commune n'y perd. {counted}"))
    said = "Certaines y perdent : des heures qui partent d'un lieu manquent à ceux qui l'avaient à "
    return thin_thousands(typeset(f"{said}portée. {counted}"))


def moved_communes(ground: Ground, effect: Effect, pages: frozenset[str]) -> Moved:
    """List the communes that gain or lose, the most peopled first.

    Parameters
    ----------
    ground
        Communes and their people.
    effect
        What the scenario changes.
    pages
        Codes of the communes that have a page.
    """
    changed = np.flatnonzero(effect.gains | effect.losses).tolist()
    people = np.nan_to_num(ground.people)
    ordered = sorted(changed, key=lambda at: (-people[at], ground.codes[at]))
    listed = tuple(_moved(ground, effect, at, pages) for at in ordered[:MOST_LISTED])
    counted = french.plural(len(changed), "commune")
    caption = f"{counted}, les plus peuplées d'abord"
    if len(changed) > MOST_LISTED:
        caption = f"Les {MOST_LISTED} communes les plus peuplées sur {french.number(len(changed))}"
    return Moved(typeset(caption), listed)


def three_states(ground: Ground, effect: Effect, rows: Sequence[Row], shown: str) -> ThreeStates:
    """Lay the values of a scenario over the rows of a map.

    Parameters
    ----------
    ground
        Holds the communes of the rows.
    effect
        What the scenario changes.
    rows
        Published communes of the perimeter.
    shown
        Id of the indicator that the maps show.
    """
    position = {code: at for at, code in enumerate(ground.codes.tolist())}
    placed = [(row, position[row["code_insee"]]) for row in rows if row["code_insee"] in position]
    return ThreeStates(
        before=[row for row, _ in placed],
        after=[LaidOver(row, _values(effect.after, at, row)) for row, at in placed],
        differences=[
            LaidOver(row, {DIFFERENCE: _difference(effect, at, shown)}) for row, at in placed
        ],
    )


def _people(ground: Ground, where: Bools) -> str:
    """Add up the known inhabitants of some communes."""
    return french.number(float(np.nansum(ground.people[where])))


def _moved(ground: Ground, effect: Effect, at: int, pages: frozenset[str]) -> MovedCommune:
    """Put one commune in words."""
    code = str(ground.codes[at])
    states = (effect.before, effect.after)
    minutes = [_minutes(float(state.evidence.minutes[at])) for state in states]
    access = [_access(state, at) for state in states]
    keys = [str(state.outcome["verdict"][at]) for state in states]
    verdicts: list[Verdict | None] = [Verdict(key, VERDICT_WORDS[key]) for key in keys]
    if code not in pages:
        # Nothing is published of it: only how its times and its supply move is known.
        minutes, access, verdicts = ["–", "–"], ["–", "–"], [None, None]
        minutes[1] = _signed(float(effect.minutes_change[at]), 1)
        access[1] = _signed(float(effect.access_change[at]), 2)
    return MovedCommune(
        code,
        territory_page("commune", code) if code in pages else "",
        str(ground.names[at]),
        french.number(float(ground.people[at])),
        *(minutes[0], minutes[1], access[0], access[1]),
        *(verdicts[0], verdicts[1]),
    )


def _values(state: State, at: int, row: Row) -> dict[str, Any]:
    """Columns of a commune in a state, as a published row has them."""
    evidence = state.evidence
    minutes, low, high = (
        float(one[at]) for one in (evidence.minutes, evidence.lowest, evidence.highest)
    )
    return {
        **{name: column[at] for name, column in state.outcome.items()},
        "nearest_site_min": minutes if isfinite(minutes) else None,
        "accessibility": high if low == high else None,
        "accessibility_low": _known(low),
        "accessibility_high": _known(high),
        "reasons": dict(_reasons(row, minutes)),
    }


def _reasons(row: Row, minutes: float) -> Iterator[tuple[str, str]]:
    """Keep the reasons of what is still missing: an island may get a place, or lose it."""
    for name, code in (row["reasons"] or {}).items():
        if name != "nearest_site_min":
            yield name, code
    if isinf(minutes):
        yield "nearest_site_min", ILE_SANS_LIEU


def _difference(effect: Effect, at: int, shown: str) -> float | None:
    """After less before, for the indicator that a map shows; None when one is unknown."""
    if shown == "verdict":
        levels = [str(state.outcome["verdict"][at]) for state in (effect.before, effect.after)]
        if not all(level.isdigit() for level in levels):
            return None
        return float(int(levels[1]) - int(levels[0]))
    if shown == "acces":
        before, after = effect.before.evidence, effect.after.evidence
        known = all(one.lowest[at] == one.highest[at] for one in (before, after))
        return float(after.highest[at] - before.highest[at]) if known else None
    old, new = (float(one.evidence.minutes[at]) for one in (effect.before, effect.after))
    if old == new:
        return 0.0
    return _known(new - old)


def _known(value: float) -> float | None:
    """Replace NaN by None."""
    return None if isnan(value) else value


def _access(state: State, at: int) -> str:
    """Write the accessible supply of a commune, or the most that it can be."""
    low, high = (float(one[at]) for one in (state.evidence.lowest, state.evidence.highest))
    written = french.number(high, 2)
    return written if low == high or isnan(high) else f"au plus {written}"


def _minutes(value: float) -> str:
    """Write a time; « aucun » without a way to any place.

    >>> _minutes(12.34), _minutes(float("inf")), _minutes(float("nan"))
    ('12,3', 'aucun', 'donnée absente')
    """
    return french.number(value, 1) if isfinite(value) or isnan(value) else _NO_WAY


def _signed(change: float, decimals: int) -> str:
    """Write a change with its sign, a dash when it is not known.

    >>> _signed(-3.25, 1), _signed(0.5, 2), _signed(0.0, 1), _signed(float("nan"), 1)
    ('−3,3', '+0,50', '=', '–')
    """
    if isnan(change):
        return "–"
    written = french.number(abs(change), decimals)
    if float(written.replace(",", ".").replace("\u202f", "")) == 0:
        return "="
    return f"{'+' if change > 0 else '−'}{written}"
