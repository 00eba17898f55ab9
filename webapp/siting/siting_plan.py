"""The answer to the question of new permanences: communes, reasons, what could stand for them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from markupsafe import Markup

from carto import french
from carto.drawing.charts.steps import StepBar, draw_steps
from carto.drawing.plan_marks import Mark, draw_numbers
from carto.drawing.shapes import MapShapes
from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.scenario import Addition, Scenario, Where
from carto.planning.siting.proposal import Chosen, Proposal
from carto.planning.siting.question import COUVERTURE, MANQUE, PLUS_LOIN, TEMPS
from carto.planning.touring.tour import HALF_DAY_H
from webapp.planning.scenario_address import MOST_CHANGES
from webapp.siting.plan import (
    Cell,
    Chart,
    Column,
    Figure,
    Plan,
    PlanTable,
    commune_cell,
    said,
)
from webapp.siting.plan_map import MarkKey, Overlay, plan_map
from webapp.siting.siting_words import (
    PLACE_HOURS,
    cautions,
    figures,
    finding,
    method,
    what_it_brings,
)
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

_MOST_EQUIVALENTS = 4
# What the steps of each question measure, after « part ».
_PARTS = {
    MANQUE: "du manque d'heures comblée",
    TEMPS: "du temps de trajet gagnée",
    COUVERTURE: "des habitants trop loin rapprochée",
    PLUS_LOIN: "du plus long trajet gagnée",
}


def siting_plan(
    snapshot: LoadedSnapshot, territory: tuple[str, str], ground: Ground, proposal: Proposal
) -> Plan:
    """Put a proposal in words.

    Parameters
    ----------
    snapshot
        What is published.
    territory
        Type and code.
    ground
        Of the territory.
    proposal
        What siting answered.
    """
    ordered = by_gain(proposal)
    is_of_hours = proposal.question.kind == MANQUE
    return Plan(
        finding=said(finding(proposal, ordered)),
        cautions=tuple(map(said, cautions(proposal))),
        figures=tuple(Figure(one.value, said(one.label)) for one in figures(proposal)),
        map=plan_map(
            snapshot,
            territory,
            "acces" if is_of_hours else "temps",
            lambda shapes: _marks(shapes, ordered),
            (MarkKey("disque", "commune proposée, dans l'ordre du tableau"),),
        ),
        tables=(_table(ground, proposal, ordered),),
        charts=tuple(_charts(proposal)),
        scenario=_scenario(ordered[:MOST_CHANGES], is_of_hours=is_of_hours),
        scenario_said=said(_scenario_said(len(ordered))),
        method=tuple(map(said, method(proposal))),
    )


def by_gain(proposal: Proposal) -> list[Chosen]:
    """List the communes that are proposed, the one that brings most first."""
    return sorted(proposal.chosen, key=lambda one: (-round(one.brought, 6), one.code))


def _table(ground: Ground, proposal: Proposal, ordered: Sequence[Chosen]) -> PlanTable:
    """List the communes with their reasons."""
    is_of_hours = proposal.question.kind == MANQUE
    rows = tuple(
        _row(ground, proposal, rank, chosen) for rank, chosen in enumerate(ordered, start=1)
    )
    return PlanTable(
        name="communes",
        title="Les communes proposées, et pourquoi",
        caption="Celle qui apporte le plus d'abord",
        columns=(
            Column("Commune"),
            Column("Par semaine" if is_of_hours else "Ouvre"),
            Column("Ce qu'elle apporte", is_sentence=True),
            Column("Trajet de ses habitants", is_number=True),
            Column("Solidité"),
            Column("Pourrait être remplacée par"),
        ),
        rows=rows,
        note=said(
            "Solide : proposée, ou aussi bonne à 1 % près, que les routes soient lentes, moyennes "
            "ou rapides ; fragile : seulement sur celles qui sont nommées. « Pourrait être "
            "remplacée par » : le plan apporterait autant, à 1 % près ; le choix revient à qui "
            "connaît les salles et les habitudes."
        ),
        empty="Aucune commune : ouvrir un lieu n'apporterait rien à ce qui est cherché.",
    )


def _row(ground: Ground, proposal: Proposal, rank: int, chosen: Chosen) -> tuple[Cell, ...]:
    """Describe a commune that is proposed."""
    is_of_hours = proposal.question.kind == MANQUE
    opened = french.plural(chosen.count, "demi-journée") if is_of_hours else "un lieu"
    before, after = _own_trip(ground, chosen.code)
    named = commune_cell(chosen.code, f"{rank}. {chosen.name}")
    return (
        named,
        Cell(opened, chosen.count),
        Cell(said(what_it_brings(proposal, chosen))),
        _trip_cell(before, min(before, after)),
        Cell(said(_solidity(chosen, len(proposal.on_roads)))),
        Cell(_equivalents(chosen, proposal.names)),
    )


def _own_trip(ground: Ground, code: str) -> tuple[float, float]:
    """Minutes to a place from a commune: today, and once one opens there."""
    at = np.searchsorted(ground.codes, [code])
    once_open = ground.minutes_to(ground.points.take(at))[at[0], 0]
    return float(ground.nearest_min[at[0]]), float(once_open)


def _trip_cell(before: float, after: float) -> Cell:
    """Write a time before and after."""
    first = "hors d'atteinte" if math.isinf(before) else french.number(before)
    return Cell(f"{first} → {french.number(after, 0, 'min')}")


def _solidity(chosen: Chosen, tried: int) -> str:
    """Say on how many estimates of the roads a commune is proposed."""
    if len(chosen.roads) == tried:
        return "solide"
    return f"fragile (routes {french.enumeration(list(chosen.roads))})"


def _equivalents(chosen: Chosen, names: Mapping[str, str]) -> str:
    """Name the communes that could stand for one."""
    if not chosen.alternatives:
        return "aucune autre"
    shown = [names.get(code, code) for code in chosen.alternatives[:_MOST_EQUIVALENTS]]
    more = len(chosen.alternatives) - len(shown)
    return ", ".join(shown) + (f" et {french.plural(more, 'autre')}" if more else "")


def _charts(proposal: Proposal) -> Iterator[Chart]:
    """Draw what each half-day or place adds, where there are several."""
    steps = proposal.steps
    whole = proposal.before.inside
    if len(steps) < 2 or proposal.question.kind not in _PARTS or not 0 < whole < float("inf"):
        return
    unit = proposal.question.unit_words
    bars = [
        StepBar(
            str(step.count),
            max(0.0, 1 - step.loss.inside / whole),
            french.percent(max(0.0, 1 - step.loss.inside / whole), 0),
        )
        for step in steps
    ]
    what = _PARTS[proposal.question.kind]
    drawn = draw_steps(f"Part {what}, selon le nombre de {unit}", bars)
    some = any(not step.is_best for step in steps)
    yield Chart(
        "Ce qu'apporte chacune de plus" if unit == "demi-journées" else "Ce qu'apporte chaque lieu",
        Markup(drawn),  # noqa: S704 - escaped by draw_steps
        said(
            f"Part {what} dans le territoire avec 1, 2, 3… {unit}, le meilleur plan à chaque "
            "nombre. En foncé, ce que la dernière étape ajoute."
            + (" Certains sont faits l'un après l'autre, faute de temps." if some else "")
        ),
    )


def _marks(shapes: MapShapes, ordered: Sequence[Chosen]) -> Overlay:
    """Draw the number of each commune that is proposed."""
    marks = [
        Mark(shapes.anchors[chosen.code], str(rank), chosen.name, chosen.name)
        for rank, chosen in enumerate(ordered, start=1)
        if chosen.code in shapes.anchors
    ]
    return Overlay(draw_numbers(marks), marks)


def _scenario(ordered: Sequence[Chosen], *, is_of_hours: bool) -> Scenario:
    """Write communes of the plan as a scenario."""
    each = HALF_DAY_H if is_of_hours else PLACE_HOURS
    return Scenario(tuple(Addition(Where(one.code), one.count * each) for one in ordered))


def _scenario_said(count: int) -> str:
    """Say that a scenario cannot hold all the communes of the plan, when it cannot."""
    if count <= MOST_CHANGES:
        return ""
    return (
        f"Un scénario tient {MOST_CHANGES} changements au plus : « Voir comme scénario » prend les "
        f"{MOST_CHANGES} premières communes du plan, sur {count}."
    )
