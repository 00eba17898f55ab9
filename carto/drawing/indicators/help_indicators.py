"""The indicators of help: how long to reach it, how much of it there is, how much it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from carto.drawing import palettes, wording
from carto.drawing.indicators import steps
from carto.drawing.indicators.definitions import Definition
from carto.drawing.indicators.indicator import (
    Classify,
    Indicator,
    MapClass,
    Scale,
    Write,
    classes_of,
)
from carto.drawing.wording import measured
from carto.french import MISSING
from carto.verdict.parameters import Alerts

TIME_MINUTES = (5.0, 10.0, 15.0, 20.0)
ACCESSIBILITY_RATIOS = (0.25, 0.5, 1.0, 2.0)
NEED_SCORES = (3.0, 5.0, 7.0, 9.0)


def time(definition: Definition, alert_minutes: float) -> Indicator:
    """Build the travel time: high is worse, and no road at all is a class of its own."""
    bounds = steps.with_threshold(TIME_MINUTES, alert_minutes)
    labels = steps.labels_up_to(bounds, "min", alert_minutes)
    none = MapClass("aucun", wording.NO_PLACE_BY_ROAD, palettes.OUT_OF_REACH, is_worst=True)
    scale = Scale(
        bounds,
        "min",
        partial(measured, column="nearest_site_min"),
        partial(_cut_time, limit=alert_minutes),
        is_left_open=True,
    )
    classify, write = scale.cut(bounds)
    return Indicator(
        id="temps",
        group="Aide",
        column="nearest_site_min",
        definition=definition,
        classes=(*classes_of(labels, palettes.YLGNBU, worst=None), none),
        missing_label=MISSING,
        classify=classify,
        write=write,
        scale=scale,
    )


def accessibility(definition: Definition, alerts: Alerts) -> Indicator:
    """Build the accessible supply: low is worse; bounds are ratios of the reference."""
    usual = tuple(round(ratio * alerts.apl_ref, 2) for ratio in ACCESSIBILITY_RATIOS)
    bounds = steps.with_threshold(usual, alerts.accessibility_min)
    labels = steps.labels(bounds, "h", alerts.accessibility_min)
    scale = Scale(
        bounds,
        "h",
        partial(measured, column="accessibility"),
        partial(_cut_accessibility, unit=definition.unit),
    )
    classify, write = scale.cut(bounds)
    return Indicator(
        id="acces",
        group="Aide",
        column="accessibility",
        definition=definition,
        classes=classes_of(labels, palettes.dark_first(palettes.YLGNBU), worst=0),
        missing_label="donnée absente ou seulement encadrée",
        classify=classify,
        write=write,
        scale=scale,
    )


def need(definition: Definition, alert_score: float) -> Indicator:
    """Build the need, 1 to 10: high is worse. Bounds are whole unless the threshold is not."""
    bounds = steps.with_threshold(NEED_SCORES, alert_score)
    labels = steps.score_labels(bounds, 1, 10)
    scale = Scale(bounds, "sur 10", partial(measured, column="need"), _cut_need)
    classify, write = scale.cut(bounds)
    return Indicator(
        id="besoin",
        group="Besoin",
        column="need",
        definition=definition,
        classes=classes_of(labels, palettes.ORRD, worst=len(labels) - 1),
        missing_label=MISSING,
        classify=classify,
        write=write,
        scale=scale,
    )


def _cut_time(bounds: Sequence[float], limit: float) -> tuple[Classify, Write]:
    """Cut the travel time; a value equal to a bound is below it."""
    return (
        partial(steps.class_of_time, bounds=bounds),
        partial(wording.write_time, bounds=bounds, limit=limit),
    )


def _cut_accessibility(bounds: Sequence[float], unit: str) -> tuple[Classify, Write]:
    """Cut the accessible supply."""
    return (
        partial(steps.class_of_bounded, bounds=bounds),
        partial(wording.write_accessibility, bounds=bounds, unit=unit),
    )


def _cut_need(bounds: Sequence[float]) -> tuple[Classify, Write]:
    """Cut the need."""
    return (
        partial(steps.class_of_number, column="need", bounds=bounds),
        partial(wording.write_need, bounds=bounds),
    )
