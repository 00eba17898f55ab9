"""The indicators of the network: fibre coverage, what is left to connect, what was gained.

The three are of one quarter, the latest unless a reader asks for another; their bounds are the same
at all quarters, so that two maps compare.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from carto.drawing import palettes, wording
from carto.drawing.indicators import steps
from carto.drawing.indicators.definitions import Definition
from carto.drawing.indicators.indicator import Classify, Indicator, Scale, Write, classes_of
from carto.drawing.wording import LEFT_COUNT, RATE, left_percent, measured_percent
from carto.french import MISSING

FIBRE_PERCENTS = (50.0, 75.0, 90.0, 95.0)
GAIN_POINTS = (-1.0, 1.0, 10.0, 25.0)
GAIN_LABELS = ("recul de plus de 1", "stable, de −1 à 1", "+1 à +10", "+10 à +25", "+25 et plus")


def fibre(definition: Definition, alert_percent: float) -> Indicator:
    """Build the fibre rate: low is worse. The column is a share, the bounds are percents."""
    percents = steps.with_threshold(FIBRE_PERCENTS, alert_percent)
    labels = steps.labels(percents, "%", alert_percent)
    scale = Scale(percents, "%", measured_percent, _cut_fibre)
    classify, write = scale.cut(percents)
    return Indicator(
        id="fibre",
        group="Réseau",
        column=RATE,
        definition=definition,
        classes=classes_of(labels, palettes.dark_first(palettes.YLGNBU), worst=0),
        missing_label=MISSING,
        classify=classify,
        write=write,
        scale=scale,
    )


def left(definition: Definition, alert_percent: float) -> Indicator:
    """Build the share still to be made connectable: the other side of the rate, high is worse.

    Its bounds are those of the rate seen from 100 %, so that the two maps agree; the number of
    premises, which no colour may show, is that of the circles.
    """
    alert = 100 - alert_percent
    percents = tuple(
        100 - bound for bound in reversed(steps.with_threshold(FIBRE_PERCENTS, alert_percent))
    )
    labels = steps.labels_up_to(percents, "%", alert)
    scale = Scale(percents, "%", left_percent, _cut_left, is_left_open=True)
    classify, write = scale.cut(percents)
    return Indicator(
        id="reste",
        group="Réseau",
        column=RATE,
        definition=definition,
        classes=classes_of(labels, palettes.YLGNBU, worst=len(labels) - 1),
        missing_label=MISSING,
        classify=classify,
        write=write,
        measure=left_percent,
        scale=scale,
        circles=LEFT_COUNT,
    )


def gain(definition: Definition) -> Indicator:
    """Build the gain in points: a loss on one side of zero, gains on the other.

    A loss is a revision of the counts: rare, and one class tells it.
    """
    return Indicator(
        id="evolution",
        group="Réseau",
        column=wording.GAIN,
        definition=definition,
        classes=classes_of(GAIN_LABELS, palettes.PUOR, worst=0),
        missing_label="donnée absente ou comptes révisés",
        classify=partial(steps.class_of_number, column=wording.GAIN, bounds=GAIN_POINTS),
        write=partial(wording.write_gain, bounds=GAIN_POINTS),
    )


def _cut_fibre(bounds: Sequence[float]) -> tuple[Classify, Write]:
    """Cut the rate; shares are compared, as the method compares them."""
    shares = tuple(percent / 100 for percent in bounds)
    return (
        partial(steps.class_of_number, column=RATE, bounds=shares),
        partial(wording.write_rate, bounds=bounds),
    )


def _cut_left(bounds: Sequence[float]) -> tuple[Classify, Write]:
    """Cut what is left; a value equal to a bound is below it, as a rate is above its own."""
    return (
        partial(steps.class_of_left, bounds=bounds),
        partial(wording.write_left, bounds=bounds),
    )
