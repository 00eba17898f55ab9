"""The answer to the question of withdrawals: who loses, how far they then are. Never an advice."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from carto import french
from carto.drawing.charts.steps import StepBar, draw_steps
from carto.drawing.plan_marks import Mark, draw_crosses
from carto.drawing.shapes import MapShapes
from carto.drawing.wording import threshold
from carto.measures.hour_rates import WEEKS_PER_YEAR
from carto.planning.closing.closure import Withdrawals
from carto.planning.closing.closure_effect import Loss, is_place_inside, withdrawal
from carto.planning.grounds.ground import Floats, Ground
from carto.planning.scenarios.scenario import Scenario
from carto.verdict.parameters import Alerts
from webapp.planning.scenario_address import LEAST_HOURS, MOST_CHANGES
from webapp.planning.whole_places import WHOLE_PLACE
from webapp.siting.closure_answer import ClosureAnswer, answer_closure
from webapp.siting.closure_question import CHOSEN, HOURS, LEAST, AskedClosure
from webapp.siting.closure_tables import closure_tables
from webapp.siting.plan import Chart, Figure, Plan, said
from webapp.siting.plan_map import MarkKey, Overlay, plan_map
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

Integers = NDArray[np.int64]

NO_ADVICE = (
    "Ceci n'est pas une recommandation de fermer. Ces chiffres ignorent la fréquentation, les "
    "personnes qui travaillent dans les lieux, les locaux et les autres missions des lieux."
)
METHOD = (
    "Chaque commune est suivie jusqu'au lieu le plus proche qui reste, dans le territoire ou "
    "autour. Les temps sont ceux de la carte : une estimation, pas un itinéraire.",
    "Les retraits qui allongent le moins les trajets sont ceux dont la somme « habitants × minutes "
    "ajoutées » est la plus petite ; toutes les combinaisons sont comparées. Là où plusieurs "
    "n'allongent aucun trajet, ceux qui laissent le moins d'heures manquer sont retenus.",
    "Un lieu proche d'un autre paraît donc facile à retirer, même s'il est plein : les heures "
    "perdues, elles, sont comptées à part.",
    "Les habitants d'une commune dont la population n'est pas connue ne sont pas comptés.",
)
# A sentence names so many places; the table names them all.
_MOST_NAMED = 4


def closure_plan(
    snapshot: LoadedSnapshot,
    territory: tuple[str, str],
    ground: Ground,
    asked: AskedClosure,
    alerts: Alerts,
) -> Plan:
    """Say what withdrawals would cost.

    Parameters
    ----------
    snapshot
        What is published.
    territory
        Type and code.
    ground
        Of the territory.
    asked
        The question.
    alerts
        Minutes beyond which a place is too far, hours within reach under which they are too few.
    """
    answer = answer_closure(snapshot, territory, asked, alerts)
    loss, gone = answer.loss, answer.gone
    return Plan(
        finding=said(_finding(ground, asked, loss, gone)),
        cautions=(said(NO_ADVICE), *map(said, _cautions(answer)), WHOLE_PLACE),
        figures=_figures(loss, alerts) if answer.is_answered else (),
        map=plan_map(
            snapshot,
            territory,
            "temps",
            lambda shapes: _marks(shapes, ground, gone),
            (MarkKey("carre", "lieu retiré, dans l'ordre du tableau"),) if len(gone) else (),
        ),
        tables=closure_tables(ground, loss, gone) if answer.is_answered else (),
        charts=tuple(_charts(ground, answer.steps)),
        scenario=_scenario(ground, asked, gone),
        scenario_said=said(_scenario_said(ground, asked)),
        method=tuple(map(said, METHOD)),
    )


def _finding(ground: Ground, asked: AskedClosure, loss: Loss, gone: Integers) -> str:
    """Say the whole in a sentence or two."""
    hours = french.number(loss.hours_before - loss.hours_after, 1)
    if asked.way == HOURS:
        return (
            f"Si chaque lieu du territoire perdait {asked.share} % de ses heures, il y aurait "
            f"{hours} h d'aide de moins par semaine sur {french.number(loss.hours_before, 1)}. "
            "Personne ne serait plus loin d'un lieu ; "
            f"{french.plural(round(loss.people_with_less), 'habitant')} en auraient moins à portée."
        )
    if not len(gone):
        if asked.way == CHOSEN:
            return "Cochez les lieux dont vous voulez mesurer le retrait."
        return "Ce territoire n'a aucun lieu d'aide : il n'y a rien à retirer."
    places = french.plural(len(gone), "lieu", "lieux")
    lead = (
        f"Les retraits qui allongent le moins les trajets, pour {places}"
        if asked.way == LEAST
        else f"Retirer {places}"
    )
    names = [str(name) for name in ground.place_names[gone]]
    listed = f" ({french.enumeration(names)})" if len(names) <= _MOST_NAMED else ""
    less = french.plural(round(loss.people_with_less), "habitant")
    return (
        f"{lead}{listed} : {_cost(loss)}. {hours} h d'aide de moins par semaine : {less} en "
        "auraient moins à portée."
    )


def _cost(loss: Loss) -> str:
    """Say who would be farther."""
    if not loss.people_farther:
        return "personne ne serait plus loin d'un lieu"
    said = f"{french.plural(round(loss.people_farther), 'habitant')} plus loin d'un lieu"
    if not math.isnan(loss.mean_added):
        said += f", de {french.number(loss.mean_added, 0, 'min')} en moyenne"
    if loss.people_cut_off:
        said += f", dont {french.number(loss.people_cut_off)} sans lieu accessible par la route"
    return said


def _cautions(answer: ClosureAnswer) -> Iterator[str]:
    """Say when time ran out before every combination was compared."""
    if answer.gap > 0:
        yield (
            "Le temps de calcul a manqué pour comparer toutes les combinaisons : des retraits un "
            "peu moins coûteux peuvent exister."
        )


def _figures(loss: Loss, alerts: Alerts) -> tuple[Figure, ...]:
    """Give the figures to keep."""
    near, far = loss.people_beyond(alerts.time_min)
    few_before, few_after = loss.people_under(alerts.accessibility_min)
    lost = loss.hours_before - loss.hours_after
    share = lost / loss.hours_before if loss.hours_before else None
    found = (
        Figure(
            french.number(lost, 1, "h"),
            f"d'aide en moins par semaine, {french.percent(share, 0)} du territoire",
        ),
        Figure(french.plural(round(loss.people_farther), "habitant"), "plus loin d'un lieu"),
        Figure(
            french.plural(round(far - near), "habitant"),
            f"de plus à plus de {alerts.time_min:g} min d'un lieu ({_before_after(near, far)})",
        ),
        Figure(
            french.plural(round(few_after - few_before), "habitant"),
            f"de plus sous {threshold(alerts.accessibility_min)} h à portée par semaine pour "
            "1 000 habitants "
            f"({_before_after(few_before, few_after)})",
        ),
    )
    return tuple(Figure(one.value, said(one.label)) for one in found)


def _before_after(before: float, after: float) -> str:
    """Write a count of people after, and before when it was another."""
    if round(before) == round(after):
        return f"{french.number(after)}, comme aujourd'hui"
    return f"{french.number(after)} au lieu de {french.number(before)}"


def _charts(ground: Ground, steps: Sequence[Withdrawals]) -> Iterator[Chart]:
    """Draw how many people each number of withdrawals sets farther, when it sets some."""
    people = [withdrawal(ground, step.places).people_farther for step in steps]
    if len(steps) < 2 or not any(people):
        return
    drawn = draw_steps(
        "Habitants plus loin d'un lieu, selon le nombre de lieux retirés",
        [
            StepBar(str(len(step.places)), count, french.plural(round(count), "habitant"))
            for step, count in zip(steps, people, strict=True)
        ],
    )
    yield Chart(
        "Ce que coûterait chaque retrait de plus",
        Markup(drawn),  # noqa: S704 - escaped by draw_steps
        said(
            "À chaque nombre de lieux, les retraits sont cherchés à nouveau : ce ne sont pas "
            "toujours les mêmes lieux."
        ),
    )


def _marks(shapes: MapShapes, ground: Ground, gone: Integers) -> Overlay:
    """Cross out the places that go; their names, long, are in the table."""
    marks = [
        Mark(shapes.sites[id_], str(rank), str(ground.place_names[place]))
        for rank, place in enumerate(gone.tolist(), start=1)
        if (id_ := str(ground.place_ids[place])) in shapes.sites
    ]
    return Overlay(draw_crosses(marks), marks)


def _scenario(ground: Ground, asked: AskedClosure, gone: Integers) -> Scenario:
    """Write the same as a scenario; an empty one when no scenario can hold it."""
    if asked.way != HOURS:
        return Scenario(removals=tuple(map(str, ground.place_ids[gone])))
    if _scenario_said(ground, asked):
        return Scenario()
    inside, left = _hours_left(ground, asked)
    ids = map(str, ground.place_ids[inside])
    return Scenario(hours=tuple(zip(ids, left.round(2).tolist(), strict=True)))


def _scenario_said(ground: Ground, asked: AskedClosure) -> str:
    """Say why reduced hours are no scenario, when they are not."""
    if asked.way != HOURS:
        return ""
    inside, left = _hours_left(ground, asked)
    if len(inside) > MOST_CHANGES:
        return (
            f"Pas de scénario pour cette réponse : il en faudrait {len(inside)} changements, un "
            f"par lieu, et un scénario en tient {MOST_CHANGES} au plus."
        )
    if (left < LEAST_HOURS).any():
        least = french.number(LEAST_HOURS, 1, "h")
        return (
            f"Pas de scénario pour cette réponse : un lieu y garderait moins de {least} par "
            "semaine, le moins qu'un scénario connaisse."
        )
    return ""


def _hours_left(ground: Ground, asked: AskedClosure) -> tuple[Integers, Floats]:
    """Places of the perimeter, and the hours a week that they would keep."""
    inside = np.flatnonzero(is_place_inside(ground))
    return inside, ground.hours[inside] * (1 - asked.share / 100) / WEEKS_PER_YEAR
