"""The measures of a territory before and after a scenario: numbers, drawings, and one sentence."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from carto import french
from carto.drawing.charts.shift import draw_shift
from carto.drawing.wording import threshold
from carto.french import NBSP
from carto.planning.scenarios.effect import Effect
from carto.planning.scenarios.figures import Figures
from carto.typography import thin_thousands, typeset
from webapp.views.class_lines import WORST_FIRST, ClassLine, class_line


@dataclass(frozen=True)
class MeasureLine:
    """A measure before and after.

    Attributes
    ----------
    label
        What is measured.
    before, after, change
        In words; `change` is a sentence.
    svg
        Both on a line; empty when one is not known.
    source
        What the measure rests on.
    """

    label: str
    before: str
    after: str
    change: str
    svg: Markup
    source: str


@dataclass(frozen=True)
class _Measure:
    """How a measure is read from figures and written."""

    column: str
    label: str
    write: Callable[[float | None], str]
    decimals: int
    less: str
    more: str
    source: str


def _count(value: float | None) -> str:
    """Write a count."""
    return french.number(value)


def _rate(value: float | None) -> str:
    """Write hours a week for 1,000 inhabitants."""
    return french.number(value, 2, "h")


def _index(value: float | None) -> str:
    """Write an index from 0 to 1."""
    return french.number(value, 3)


def _measures(minutes: str) -> tuple[_Measure, ...]:
    """List the measures, the ones that people ask for first."""
    return (
        _Measure(
            "population_beyond_time",
            f"Habitants à plus de {minutes}",
            _count,
            0,
            "de moins",
            "de plus",
            "Jusqu'au lieu d'aide le plus proche, estimation à vol d'oiseau corrigée pour tout "
            "trajet qui change.",
        ),
        _Measure(
            "accessibility_median",
            "Offre accessible médiane",
            _rate,
            2,
            "de moins",
            "de plus",
            "Heures d'aide par semaine pour 1 000 habitants : la moitié des habitants en ont "
            "moins, l'autre plus.",
        ),
        _Measure(
            "communes_underserved",
            "Communes sous-desservies",
            _count,
            0,
            "de moins",
            "de plus",
            "Verdict prioritaire ou sous-desservie, par la même règle avant et après.",
        ),
        _Measure(
            "accessibility_gini",
            "Inégalité de l'offre accessible",
            _index,
            3,
            "de moins : l'offre est mieux partagée",
            "de plus : l'offre est moins bien partagée",
            "Indice de Gini entre habitants, de 0 (la même offre pour tous) à 1.",
        ),
    )


def measure_lines(effect: Effect, time_min: float) -> list[MeasureLine]:
    """Write the measures of a territory before and after.

    Parameters
    ----------
    effect
        What the scenario changes.
    time_min
        Threshold of time of the rule, minutes.
    """
    before, after = effect.before.figures, effect.after.figures
    return [
        _line(one, before[one.column], after[one.column])
        for one in _measures(f"{threshold(time_min)}{NBSP}min")
    ]


def class_lines(effect: Effect) -> list[ClassLine]:
    """Count communes by class before and after; classes that nobody is or was in are left out."""
    before, after = effect.before.figures, effect.after.figures
    lines = []
    for key in WORST_FIRST:
        old, new = (int(one[f"communes_verdict_{key}"] or 0) for one in (before, after))
        if old or new:
            share = f"population_verdict_{key}_share"
            people = (french.percent(before.get(share)), french.percent(after.get(share)))
            lines.append(class_line(key, (old, new), people))
    return lines


def finding(nom: str, effect: Effect, changes: int, time_min: float) -> str:
    """Say the whole in a sentence or two.

    Parameters
    ----------
    nom
        Name of the territory.
    effect
        What the scenario changes.
    changes
        How many changes it holds.
    time_min
        Threshold of time of the rule, minutes.
    """
    before, after = effect.before.figures, effect.after.figures
    minutes = f"{threshold(time_min)}{NBSP}min"
    if not changes:
        return typeset(f"{nom} aujourd'hui : {_today(before, minutes)}.")
    said = [*_far(before, after, minutes), *_median(before, after), *_underserved(before, after)]
    opening = "Avec ce changement" if changes == 1 else f"Avec ces {changes} changements"
    if not said:
        return typeset(f"{opening}, rien ne change à cette échelle dans {nom}.")
    return typeset(f"{opening}, {' ; '.join(said)}.")


def _today(figures: Figures, minutes: str) -> str:
    """Say where things stand before any change."""
    far, communes = figures["population_beyond_time"], figures["communes_underserved"]
    parts = []
    if far is not None:
        verb = "vivent" if far >= 2 else "vit"
        people = french.plural(round(far), "habitant") if far else "aucun habitant ne"
        parts.append(f"{people} {verb} à plus de {minutes} d'un lieu d'aide")
    count = int(communes or 0)
    parts.append(
        french.plural(count, "commune est sous-desservie", "communes sont sous-desservies")
        if count
        else "aucune commune n'est sous-desservie"
    )
    return ", et ".join(parts)


def _far(before: Figures, after: Figures, minutes: str) -> Iterator[str]:
    """Say how many people cross the threshold of time."""
    old, new = before["population_beyond_time"], after["population_beyond_time"]
    if old is None or new is None:
        return
    moved = round(new - old)
    if not moved:
        yield f"autant d'habitants qu'avant vivent à plus de {minutes} ({french.number(new)})"
        return
    people = french.plural(abs(moved), "habitant")
    verb = "passent" if abs(moved) > 1 else "passe"
    side = "au-delà de" if moved > 0 else "sous"
    left = "sont maintenant" if moved > 0 else "restent"
    yield f"{people} {verb} {side} {minutes} ({french.number(new)} {left} au-delà)"


def _median(before: Figures, after: Figures) -> Iterator[str]:
    """Say how the median supply moves."""
    old, new = before["accessibility_median"], after["accessibility_median"]
    if old is None or new is None or _rate(old) == _rate(new):
        return
    yield f"l'offre accessible médiane passe de {french.number(old, 2)} à {_rate(new)}"


def _underserved(before: Figures, after: Figures) -> Iterator[str]:
    """Say how many communes stop being under-served, or begin to be."""
    old, new = (int(one["communes_underserved"] or 0) for one in (before, after))
    counted = french.plural(new, "commune reste", "communes restent")
    if old == new:
        yield f"{counted} sous-desservies" if new > 1 else f"{counted} sous-desservie"
        return
    now = french.plural(new, "commune est sous-desservie", "communes sont sous-desservies")
    yield f"{now} au lieu de {french.number(old)}"


def _line(measure: _Measure, before: float | None, after: float | None) -> MeasureLine:
    """Write one measure."""
    written = measure.write(before), measure.write(after)
    svg, change = "", "Inconnu avant ou après."
    if before is not None and after is not None:
        top = round_up(max(before, after))
        svg = draw_shift(measure.label, (before, after), written, (0.0, top))
        shown = [french.rounded(value, measure.decimals) for value in (before, after)]
        change = _change(measure, shown[1] - shown[0], written)
    return MeasureLine(
        typeset(measure.label),
        *written,
        typeset(change),
        Markup(svg),  # noqa: S704 - escaped by draw_shift
        thin_thousands(typeset(measure.source)),
    )


def _change(measure: _Measure, difference: float, written: tuple[str, str]) -> str:
    """Say how much a measure moves."""
    if written[0] == written[1]:
        return "Inchangé à cette précision."
    return f"{measure.write(abs(difference))} {measure.more if difference > 0 else measure.less}."


def round_up(value: float) -> float:
    """Round the end of an axis up: 1, 2 or 5 times a power of ten.

    >>> round_up(837.0), round_up(0.31), round_up(1200.0), round_up(0.0)
    (1000.0, 0.5, 2000.0, 1.0)
    """
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(round(step * power, 9) for step in (1, 2, 5, 10) if value <= step * power)
