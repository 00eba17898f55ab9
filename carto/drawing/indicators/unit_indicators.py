"""The indicators of territories made of communes: what a map by EPCI, département or région shows.

An indicator keeps its id from one unit to another. Fibre, what is left of it and accessible supply
keep the classes of the communes, alert threshold among the bounds. What is a share of people or a
mean has bounds of its own, the same for all units and all dates: a mean hides extremes, and no
alert is set on it. A value that would speak for too few people is not published, and its place
says so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from carto import french
from carto.drawing import palettes
from carto.drawing.indicators import steps
from carto.drawing.indicators.classification import indicators_for
from carto.drawing.indicators.indicator import Classify, Indicator, Scale, Write, classes_of
from carto.drawing.indicators.units import COMMUNE, Unit
from carto.drawing.wording import Row, StepOf, faithful, measured
from carto.french import NBSP
from carto.typography import typeset
from carto.verdict.parameters import Quality

UNDERSERVED_PERCENTS = (5.0, 10.0, 20.0, 40.0)
MEAN_MINUTES = (6.0, 8.0, 10.0, 15.0)
MEAN_NEEDS = (4.0, 5.0, 6.0, 7.0)

Share = Callable[[Row], float | None]

NOT_PUBLISHED = "non publié"
_MEAN = "en moyenne pondérée par la population des communes"
_NO_ALERT = "Les seuils d'alerte valent pour une commune, pas pour une moyenne."

# Share of people whose commune has a value, by indicator.
INFORMED = {
    "fibre": "fibre_informed_share",
    "reste": "fibre_informed_share",
    "temps": "nearest_site_min_informed_share",
    "acces": "accessibility_informed_share",
    "besoin": "need_informed_share",
}


def unit_indicators(facts: Mapping[str, object], unit: Unit) -> dict[str, Indicator]:
    """Build the indicators of a map that colours some units.

    Parameters
    ----------
    facts
        The `carto` object of the snapshot's manifest.
    unit
        What the map colours; for communes, these are their own indicators.

    Returns
    -------
    dict
        Indicator by id, in the order of the viewer's menu.
    """
    communes = indicators_for(facts)
    if unit == COMMUNE:
        return communes
    least = _least_informed(facts)
    shown = (
        _underserved(communes["verdict"], least),
        _fibre(communes["fibre"], least),
        _left(communes["reste"], least),
        _time(communes["temps"], least),
        _supply(communes["acces"], least),
        _need(communes["besoin"], least),
    )
    return {indicator.id: replace(indicator, units=unit) for indicator in shown}


def underserved_share(row: Row, least_decided: float = 0.0) -> float | None:
    """Share of the people of a territory who live in an under-served commune, 0 to 1.

    Parameters
    ----------
    row
        Published row of the territory.
    least_decided
        Least share of people whose commune has a decided verdict.

    Returns
    -------
    float or None
        None when a count is not known, when nobody lives there, or when too few are decided.

    Examples
    --------
    >>> underserved_share({"population_underserved": 30, "population": 120})
    0.25
    """
    people, population = measured(row, "population_underserved"), measured(row, "population")
    if people is None or not population or (_decided(row) or 0) < least_decided:
        return None
    return people / population


def _underserved(verdict: Indicator, least: float) -> Indicator:
    """Show the share of people in under-served communes."""
    definition = replace(
        verdict.definition,
        label="Habitants en commune sous-desservie",
        title="Part des habitants vivant dans une commune sous-desservie",
        question=typeset(
            "Part des habitants qui vivent dans une commune sous-desservie : l'offre d'aide y est "
            "en alerte, et le besoin ou la fibre aussi."
        ),
        unit="%",
    )
    share = partial(underserved_share, least_decided=least)
    scale = Scale(
        UNDERSERVED_PERCENTS,
        "%",
        partial(_percent, share=share),
        partial(_cut_share, share=share, least=least),
    )
    return replace(
        _recut(verdict, scale, steps.labels(scale.bounds, "%", alert=-1), palettes.ORRD),
        column="population_underserved",
        definition=definition,
        missing_label=NOT_PUBLISHED,
        measure=scale.number,
    )


def _fibre(communes: Indicator, least: float) -> Indicator:
    """Show the coverage: premises over premises, never a mean of rates."""
    question = (
        "Locaux où la fibre peut être commandée, rapportés à tous les locaux du territoire "
        f"(raccordable n'est pas raccordé). {_NO_ALERT}"
    )
    return _published(communes, question, least)


def _left(communes: Indicator, least: float) -> Indicator:
    """Show the share still to be made connectable; circles of wide counts would hide the map."""
    question = (
        "Locaux où la fibre ne peut pas encore être commandée, rapportés à tous les locaux du "
        f"territoire. {_NO_ALERT}"
    )
    return replace(_published(communes, question, least), circles="")


def _time(communes: Indicator, least: float) -> Indicator:
    """Show the mean time; an island without a place counts in no mean and is no class."""
    question = f"Temps jusqu'au lieu d'aide le plus proche, {_MEAN}. {_NO_ALERT}"
    scale = _rescaled(communes, MEAN_MINUTES, "min")
    labels = steps.labels_up_to(MEAN_MINUTES, "min", alert=-1)
    return _published(_recut(communes, scale, labels, palettes.YLGNBU), question, least)


def _supply(communes: Indicator, least: float) -> Indicator:
    """Show the mean accessible supply."""
    question = f"Heures d'aide accessibles par semaine pour 1 000 habitants, {_MEAN}. {_NO_ALERT}"
    return _published(communes, question, least)


def _need(communes: Indicator, least: float) -> Indicator:
    """Show the mean need."""
    question = f"{communes.definition.title}, de 1 (faible) à 10 (fort), {_MEAN}. {_NO_ALERT}"
    scale = _rescaled(communes, MEAN_NEEDS, "sur 10")
    labels = steps.labels(MEAN_NEEDS, "sur 10", alert=-1)
    return _published(_recut(communes, scale, labels, palettes.ORRD), question, least)


def _rescaled(communes: Indicator, bounds: tuple[float, ...], unit: str) -> Scale:
    """Measure the same column with other bounds, written with a decimal as means are."""
    is_left_open = communes.scale is not None and communes.scale.is_left_open
    step_of = bisect_left if is_left_open else bisect_right
    return Scale(
        bounds,
        unit,
        partial(measured, column=communes.column),
        partial(_cut_mean, column=communes.column, unit=unit, step_of=step_of),
        is_left_open,
    )


def _recut(
    communes: Indicator, scale: Scale, labels: Sequence[str], ramp: Sequence[str]
) -> Indicator:
    """Give an indicator the classes of another scale; the last calls for the most attention."""
    classify, write = scale.cut(scale.bounds)
    classes = classes_of(labels, ramp, worst=len(labels) - 1)
    return replace(communes, classes=classes, classify=classify, write=write, scale=scale)


def _published(shown: Indicator, question: str, least: float) -> Indicator:
    """Say what a published number of territories is, and why it lacks where it does."""
    return replace(
        shown,
        definition=replace(shown.definition, question=typeset(question)),
        missing_label=NOT_PUBLISHED,
        write=partial(
            _write_published,
            column=shown.column,
            written=shown.write,
            informed=INFORMED[shown.id],
            least=least,
        ),
    )


def _cut_share(bounds: Sequence[float], share: Share, least: float) -> tuple[Classify, Write]:
    """Cut the share of people, in percents."""
    return (
        partial(_step_of_share, share=share, bounds=bounds),
        partial(_write_share, share=share, bounds=bounds, least=least),
    )


def _cut_mean(
    bounds: Sequence[float], column: str, unit: str, step_of: StepOf
) -> tuple[Classify, Write]:
    """Cut a mean."""
    return (
        partial(steps.class_of_number, column=column, bounds=bounds, step_of=step_of),
        partial(_write_mean, column=column, unit=unit, bounds=bounds, step_of=step_of),
    )


def _decided(row: Row) -> float | None:
    """Share of the people whose commune has a decided verdict, or none by nature."""
    undecided = measured(row, "population_verdict_indetermine_share")
    return None if undecided is None else 1 - undecided


def _percent(row: Row, share: Share) -> float | None:
    """Share of people in percents."""
    value = share(row)
    return None if value is None else 100 * value


def _step_of_share(row: Row, share: Share, bounds: Sequence[float]) -> int | None:
    """Right-open step of a share."""
    percent = _percent(row, share)
    return None if percent is None else bisect_right(bounds, percent)


def _write_share(row: Row, share: Share, bounds: Sequence[float], least: float) -> str:
    """Write the share of people, and how many communes they live in."""
    percent = _percent(row, share)
    if percent is None:
        return _why_not(_decided(row), least)
    written = faithful(percent, 0 if percent in (0, 100) else 1, "%", (*bounds, 100))
    count = COMMUNE.count(int(measured(row, "communes_underserved") or 0))
    return f"{written} ({count} sur {french.number(measured(row, 'communes_count'))})"


def _write_mean(row: Row, column: str, unit: str, bounds: Sequence[float], step_of: StepOf) -> str:
    """Write a mean with a decimal; `_write_published` says why there is none."""
    mean = measured(row, column)
    return french.MISSING if mean is None else faithful(mean, 1, unit, bounds, step_of)


def _write_published(row: Row, column: str, written: Write, informed: str, least: float) -> str:
    """Write a value, or why it is not published."""
    if measured(row, column) is None:
        return _why_not(measured(row, informed), least)
    return written(row)


def _why_not(informed: float | None, least: float) -> str:
    """Say that a value speaks for too few people, or for none."""
    if not informed:
        return french.MISSING
    return (
        f"{NOT_PUBLISHED}{NBSP}: connu pour {french.percent(informed, 0)} des habitants "
        f"(minimum {french.percent(least, 0)})"
    )


def _least_informed(facts: Mapping[str, object]) -> float:
    """Least share of people that a value must speak for."""
    method = facts.get("method")
    parameters = method.get("parameters") if isinstance(method, Mapping) else None
    quality = parameters.get("quality") if isinstance(parameters, Mapping) else None
    return Quality(**quality).min_pop_informed if quality else Quality().min_pop_informed
