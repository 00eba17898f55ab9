"""What the page of a scenario shows of its effect: measures, maps, gains and losses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carto.drawing.indicators.difference_indicators import difference_of
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.scenario_marks import PlaceMark, PlaceState
from carto.drawing.shapes import MapShapes
from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.effect import Effect
from webapp.maps.legends import LegendLine, legend_lines
from webapp.scenarios.effect_communes import Moved, Side, moved_communes, sides, sides_said
from webapp.scenarios.effect_measures import MeasureLine, class_lines, measure_lines
from webapp.scenarios.scenario_maps import (
    PairLine,
    ThreeStates,
    TitledMap,
    pair_legend,
    three_maps,
)
from webapp.views.class_lines import ClassLine


@dataclass(frozen=True)
class Results:
    """What a scenario changes, as its page shows it.

    Attributes
    ----------
    measures, classes
        Measures and classes of verdict of the territory, before and after.
    maps, pair_legend, difference_legend
        Before, after and what changes, with their two legends.
    sides, sides_said
        Who gains and who loses, inside and around, and what counts as either.
    moved
        The communes that change.
    """

    measures: Sequence[MeasureLine]
    classes: Sequence[ClassLine]
    maps: Sequence[TitledMap]
    pair_legend: Sequence[PairLine]
    difference_legend: Sequence[LegendLine]
    sides: Sequence[Side]
    sides_said: str
    moved: Moved


@dataclass(frozen=True)
class Drawn:
    """What the maps of a scenario are drawn from."""

    shapes: MapShapes
    indicator: Indicator
    states: ThreeStates
    marks: Sequence[PlaceMark]


def results_of(
    nom: str, ground: Ground, effect: Effect, time_min: float, drawn: Drawn, pages: frozenset[str]
) -> Results:
    """Put the effect of a scenario in words and drawings.

    Parameters
    ----------
    nom
        Name of the territory.
    ground
        Its communes, and those around.
    effect
        What the scenario changes.
    time_min
        Threshold of time of the rule, minutes.
    drawn
        What its maps are drawn from.
    pages
        Codes of the communes that have a page.
    """
    changed = [mark for mark in drawn.marks if mark.state != PlaceState.TODAY]
    return Results(
        measures=measure_lines(effect, time_min),
        classes=class_lines(effect),
        maps=three_maps(drawn.shapes, drawn.indicator, drawn.states, changed),
        pair_legend=pair_legend(drawn.indicator, drawn.states),
        difference_legend=legend_lines(difference_of(drawn.indicator), drawn.states.differences),
        sides=sides(nom, ground, effect),
        sides_said=sides_said(effect),
        moved=moved_communes(ground, effect, pages),
    )
