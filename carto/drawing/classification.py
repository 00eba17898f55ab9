"""The five indicators of the viewer, with their classes: the only place where a class is computed.

Every alert threshold of the method is a bound of its indicator, and a value equal to it is on the
side where the verdict puts it, so the map and the verdict agree: classes are right-open, [a, b),
but those of the travel time, whose alert is above the threshold, are left-open, (a, b]. A value
that is only bounded has a class when both bounds fall in the same one. Anything else missing has
no class (None): it is drawn hatched, never as the lowest class.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from carto.drawing import palettes, steps, wording
from carto.drawing.definitions import Definition, definitions
from carto.drawing.units import COMMUNE, Unit
from carto.drawing.wording import Row, measured
from carto.french import MISSING
from carto.verdict.parameters import Alerts
from carto.vocabulary import VERDICT_WORDS

FIBRE_PERCENTS = (50.0, 75.0, 90.0, 95.0)
TIME_MINUTES = (5.0, 10.0, 15.0, 20.0)
ACCESSIBILITY_RATIOS = (0.25, 0.5, 1.0, 2.0)
NEED_SCORES = (3.0, 5.0, 7.0, 9.0)


@dataclass(frozen=True)
class MapClass:
    """One class of a map: its stable key, its French label and its colour.

    The worst class calls for the most attention; it alone is hatched over its colour.
    """

    key: str
    label: str
    colour: str
    is_worst: bool = False


@dataclass(frozen=True)
class Indicator:
    """What a choropleth shows: a column of the communes, cut into classes.

    Attributes
    ----------
    id
        Name in URLs: `verdict`, `fibre`, `temps`, `acces` or `besoin`.
    column
        Column of the published table of the units.
    definition
        French words: label, question, unit, period and sources.
    classes
        In the order of the legend; `class_of` returns a position in this tuple.
    missing_label
        Legend of the units without a class.
    classify, write
        The class and the words of a unit.
    units
        What is coloured: communes, or territories made of them.
    measure
        Number behind the class, when it is not that of the column.
    """

    id: str
    column: str
    definition: Definition
    classes: tuple[MapClass, ...]
    missing_label: str
    classify: Callable[[Row], int | None]
    write: Callable[[Row], str]
    units: Unit = COMMUNE
    measure: Callable[[Row], float | None] | None = None

    @property
    def label(self) -> str:
        """Short French name."""
        return self.definition.label

    @property
    def question(self) -> str:
        """One French line: what is measured, and when it becomes an alert."""
        return self.definition.question

    @property
    def unit(self) -> str:
        """Unit of the values, empty when there is none."""
        return self.definition.unit

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Identifiers of the sources that the values come from."""
        return self.definition.source_ids

    @property
    def worst_first(self) -> tuple[int, ...]:
        """Positions of the classes, from the one that calls for the most attention."""
        positions = range(len(self.classes))
        return tuple(positions if self.classes[0].is_worst else reversed(positions))

    def class_of(self, row: Row) -> int | None:
        """Position of the unit's class, None when the data do not tell."""
        return self.classify(row)

    def value(self, row: Row) -> float | None:
        """Return the number behind the class, None when there is none."""
        return measured(row, self.column) if self.measure is None else self.measure(row)

    def text(self, row: Row) -> str:
        """Write the unit's value in French, or why it is absent."""
        return self.write(row)


def build_indicators(alerts: Alerts, texts: Mapping[str, Definition]) -> dict[str, Indicator]:
    """Cut the five indicators into classes, with the alert thresholds among the bounds.

    Parameters
    ----------
    alerts
        Thresholds of the method.
    texts
        Definition of each indicator, by id.

    Returns
    -------
    dict
        Indicator by id, in the order of the viewer's menu.
    """
    indicators = (
        _verdict(texts["verdict"]),
        _fibre(texts["fibre"], alerts.fibre_pct),
        _time(texts["temps"], alerts.time_min),
        _accessibility(texts["acces"], alerts),
        _need(texts["besoin"], alerts.need),
    )
    return {indicator.id: indicator for indicator in indicators}


def indicators_for(facts: Mapping[str, object]) -> dict[str, Indicator]:
    """Build the indicators of a snapshot: its thresholds, its need variant, its dates.

    Parameters
    ----------
    facts
        The `carto` object of the snapshot's manifest; what it lacks takes its default.
    """
    method = facts.get("method")
    parameters = method.get("parameters") if isinstance(method, Mapping) else None
    values = parameters.get("alerts") if isinstance(parameters, Mapping) else None
    alerts = Alerts(**values) if isinstance(values, Mapping) else Alerts()
    return build_indicators(alerts, definitions(facts, alerts))


def _verdict(definition: Definition) -> Indicator:
    """Build the verdict: four ordered classes; undecided and empty communes have none."""
    labels = [VERDICT_WORDS[key] for key in "0123"]
    return Indicator(
        id="verdict",
        column="verdict",
        definition=definition,
        classes=_classes(labels, palettes.VERDICT, worst=3),
        missing_label="indéterminé ou sans objet",
        classify=steps.class_of_verdict,
        write=wording.write_verdict,
    )


def _fibre(definition: Definition, alert_percent: float) -> Indicator:
    """Build the fibre rate: low is worse. The column is a share, the bounds are percents."""
    percents = steps.with_threshold(FIBRE_PERCENTS, alert_percent)
    labels = steps.labels(percents, "%", alert_percent)
    shares = tuple(percent / 100 for percent in percents)
    return Indicator(
        id="fibre",
        column="taux_couverture_ftth",
        definition=definition,
        classes=_classes(labels, palettes.dark_first(palettes.YLGNBU), worst=0),
        missing_label=MISSING,
        classify=partial(steps.class_of_number, column="taux_couverture_ftth", bounds=shares),
        write=partial(wording.write_rate, bounds=percents),
    )


def _time(definition: Definition, alert_minutes: float) -> Indicator:
    """Build the travel time: high is worse, and no road at all is a class of its own."""
    bounds = steps.with_threshold(TIME_MINUTES, alert_minutes)
    labels = steps.labels_up_to(bounds, "min", alert_minutes)
    timed = _classes(labels, palettes.YLGNBU, worst=None)
    none = MapClass("aucun", wording.NO_PLACE_BY_ROAD, palettes.OUT_OF_REACH, is_worst=True)
    return Indicator(
        id="temps",
        column="nearest_site_min",
        definition=definition,
        classes=(*timed, none),
        missing_label=MISSING,
        classify=partial(steps.class_of_time, bounds=bounds),
        write=partial(wording.write_time, bounds=bounds, limit=alert_minutes),
    )


def _accessibility(definition: Definition, alerts: Alerts) -> Indicator:
    """Build the accessible supply: low is worse; bounds are ratios of the reference."""
    usual = tuple(round(ratio * alerts.apl_ref, 2) for ratio in ACCESSIBILITY_RATIOS)
    bounds = steps.with_threshold(usual, alerts.accessibility_min)
    labels = steps.labels(bounds, "h", alerts.accessibility_min)
    return Indicator(
        id="acces",
        column="accessibility",
        definition=definition,
        classes=_classes(labels, palettes.dark_first(palettes.YLGNBU), worst=0),
        missing_label="donnée absente ou seulement encadrée",
        classify=partial(steps.class_of_bounded, bounds=bounds),
        write=partial(wording.write_accessibility, bounds=bounds, unit=definition.unit),
    )


def _need(definition: Definition, alert_score: float) -> Indicator:
    """Build the need, 1 to 10: high is worse. Bounds are whole unless the threshold is not."""
    bounds = steps.with_threshold(NEED_SCORES, alert_score)
    labels = steps.score_labels(bounds, 1, 10)
    return Indicator(
        id="besoin",
        column="need",
        definition=definition,
        classes=_classes(labels, palettes.ORRD, worst=len(labels) - 1),
        missing_label=MISSING,
        classify=partial(steps.class_of_number, column="need", bounds=bounds),
        write=partial(wording.write_need, bounds=bounds),
    )


def _classes(
    labels: Sequence[str], colours: Sequence[str], *, worst: int | None
) -> tuple[MapClass, ...]:
    """Pair labels with colours; the key of a class is its position."""
    return tuple(
        MapClass(str(index), label, colour, is_worst=index == worst)
        for index, (label, colour) in enumerate(zip(labels, colours, strict=True))
    )


INDICATORS = build_indicators(Alerts(), definitions({}, Alerts()))
