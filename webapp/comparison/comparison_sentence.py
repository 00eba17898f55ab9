"""The finding of a comparison in words: who is better off on what, and nothing about people.

Two territories are said by what each has the advantage for; more of them, by the two ends of each
measure. The need for help is neither good nor bad: it is said apart. Values that read the same are
equal, and a measure that is not known everywhere is said to be missing, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

from carto.french import capitalised
from carto.typography import typeset
from webapp.comparison.compared_territories import Territory
from webapp.views.compared_measures import Measure


def finding(territories: Sequence[Territory], measures: Sequence[Measure]) -> str:
    """Say what a comparison shows.

    Parameters
    ----------
    territories
        At least two.
    measures
        In the order of the page.

    Returns
    -------
    str
        French sentences; empty when no measure is known for two territories.
    """
    told = [_Told(measure, territories) for measure in measures]
    known = [one for one in told if len(one.known) >= 2]
    said = _of_two(territories, known) if len(territories) == 2 else _of_many(known)
    missing = [
        f"{one.measure.subject} ({' et '.join(one.absent)})"
        for one in told
        if one.known and one.absent
    ]
    if missing:
        said.append(f"Donnée absente : {' ; '.join(missing)}.")
    return typeset(" ".join(said))


class _Told:
    """A measure and what is known of it: territories from the best off to the least."""

    def __init__(self, measure: Measure, territories: Sequence[Territory]) -> None:
        self.measure = measure
        valued = [
            (value, rank)
            for rank, one in enumerate(territories)
            if (value := measure.value(one.row)) is not None
        ]
        valued.sort(key=lambda pair: (pair[0] if measure.is_low_better else -pair[0], pair[1]))
        self.known = [territories[rank] for _, rank in valued]
        self.absent = [one.nom for one in territories if measure.value(one.row) is None]
        self.written = [measure.write(one.row) for one in self.known]

    @property
    def is_better_somewhere(self) -> bool:
        """Whether being first is an advantage."""
        return self.measure.is_low_better is not None

    @property
    def is_level(self) -> bool:
        """Whether all known values read the same."""
        return len(set(self.written)) == 1


def _of_two(territories: Sequence[Territory], told: Sequence[_Told]) -> list[str]:
    """Say what each of two territories has the advantage for, and where the need is greater."""
    apart = [one for one in told if not one.is_level]
    advantages: list[str] = []
    for territory in territories:
        won = [one for one in apart if one.is_better_somewhere and one.known[0] is territory]
        if won:
            verb = ", pour" if advantages else " a l'avantage pour"
            parts = [f"{one.measure.subject} ({' contre '.join(one.written)})" for one in won]
            advantages.append(f"{territory.nom}{verb} {_listed(parts)}")
    said = [f"{' ; '.join(advantages)}."] if advantages else []
    said += [
        f"{capitalised(one.measure.subject)} diffère : {one.written[0]} ({one.known[0].nom}) "
        f"contre {one.written[1]} ({one.known[1].nom})."
        for one in apart
        if not one.is_better_somewhere
    ]
    level = [f"{one.measure.subject} ({one.written[0]})" for one in told if one.is_level]
    return said + ([f"À égalité : {_listed(level)}."] if level else [])


def _of_many(told: Sequence[_Told]) -> list[str]:
    """Say the two ends of each measure, the better one first."""
    said = []
    for one in told:
        if one.is_level:
            said.append(f"{capitalised(one.measure.subject)} : {one.written[0]} partout.")
        else:
            said.append(
                f"{capitalised(one.measure.subject)} : de {one.written[0]} ({one.known[0].nom}) à "
                f"{one.written[-1]} ({one.known[-1].nom})."
            )
    return said


def _listed(parts: Sequence[str]) -> str:
    """Join parts as French does."""
    return f"{', '.join(parts[:-1])} et {parts[-1]}" if len(parts) > 1 else parts[0]
