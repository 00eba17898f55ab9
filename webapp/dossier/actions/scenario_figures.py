"""The maps of a scenario in a dossier: before, after, and what changes."""

from __future__ import annotations

from carto.drawing.indicators.difference_indicators import difference_of
from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.effect import Effect
from webapp.dossier.blocks import Figure
from webapp.dossier.figures.map_figures import SmallMap, side_by_side
from webapp.dossier.subject import Subject
from webapp.scenarios.effect_communes import three_states

SHOWN = "temps"


def scenario_figures(subject: Subject, ground: Ground, effect: Effect) -> tuple[Figure, ...]:
    """Draw travel times before and after a scenario, then what it changes.

    Parameters
    ----------
    subject
        The territory.
    ground
        Holds its communes.
    effect
        What the scenario changes.
    """
    indicator = subject.indicators[SHOWN]
    states = three_states(ground, effect, subject.communes, SHOWN)
    return side_by_side(
        subject,
        (
            SmallMap("Temps d'accès, avant (min)", indicator, states.before),
            SmallMap("Temps d'accès, après (min)", indicator, states.after),
            SmallMap("Ce qui change (min)", difference_of(indicator), states.differences),
        ),
    )
