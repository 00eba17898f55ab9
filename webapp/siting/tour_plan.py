"""The answer to the question of a tour: days, order, kilometres, who is then near."""

from __future__ import annotations

import math
from collections.abc import Mapping

from carto import french
from carto.drawing.plan_marks import Mark, draw_numbers, draw_rounds
from carto.drawing.shapes import MapShapes
from carto.drawing.wording import threshold
from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.scenario import Addition, Scenario, Where
from carto.planning.touring.tour import HALF_DAY_H, Tour
from carto.planning.touring.tour_effect import (
    TourEffect,
    TourQuestion,
    reachable_stops,
    tour_effect,
    tour_on,
)
from webapp.planning.whole_places import WHOLE_PLACE
from webapp.siting.plan import (
    Cell,
    Column,
    Figure,
    Plan,
    PlanTable,
    commune_cell,
    number_cell,
    said,
)
from webapp.siting.plan_map import MarkKey, Overlay, plan_map
from webapp.siting.tour_question import UNDERSERVED, AskedTour
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

# A day with more road than that is said to be long.
LONG_DAY_MIN = 120
METHOD = (
    "Une demi-journée dure 3,5 heures avec le public ; une journée en compte deux, dans deux "
    "communes ou dans une. Chaque journée part de la commune de départ et y revient.",
    "Les communes d'une même journée sont choisies pour rouler le moins de kilomètres.",
    "Les kilomètres sont estimés : distance à vol d'oiseau entre communes, multipliée par "
    "{detour}. Les minutes de route suivent la même estimation que les temps d'accès. Ni les "
    "ponts, ni les rivières, ni le relief ne sont connus.",
    "Ne sont pas connus non plus : les salles et leurs jours, les marchés, la pause de midi, "
    "l'installation, les autres tâches de la personne qui se déplace.",
)


def tour_plan(
    snapshot: LoadedSnapshot, territory: tuple[str, str], ground: Ground, asked: AskedTour
) -> Plan:
    """Make up a tour and put it in words.

    Parameters
    ----------
    snapshot
        What is published.
    territory
        Type and code.
    ground
        Of the territory.
    asked
        The question; without a stop, the plan says so.
    """
    stops = reachable_stops(ground, asked.base, asked.stops)
    question = TourQuestion(asked.base, stops, asked.hours_week, asked.half_days)
    tour = tour_on(ground, question)
    effect = tour_effect(ground, question, tour)
    names = dict(zip(ground.codes.tolist(), ground.names.tolist(), strict=True))
    away = [names[code] for code in asked.stops if code not in stops]
    detour = french.number(ground.travel.detour, 2)
    return Plan(
        finding=said(_finding(asked, question, tour, names)),
        cautions=(*map(said, _cautions(asked, question, tour, names, away)), WHOLE_PLACE),
        figures=_figures(question, tour, effect) if stops else (),
        map=plan_map(
            snapshot,
            territory,
            "temps",
            lambda shapes: _marks(shapes, question, tour, names),
            (
                MarkKey("disque", "arrêt, dans l'ordre des jours (D : départ)"),
                MarkKey("trait", "route d'une journée, à vol d'oiseau"),
            ),
        ),
        tables=(_days(question, tour, names, detour),),
        scenario=_scenario(question, tour),
        method=tuple(said(sentence.format(detour=detour)) for sentence in METHOD),
    )


def visited(question: TourQuestion, tour: Tour) -> list[str]:
    """List the stops in the order they are first visited."""
    order = [question.stops[stop - 1] for day in tour.days for stop in day.stops]
    return list(dict.fromkeys(order))


def _finding(asked: AskedTour, question: TourQuestion, tour: Tour, names: Mapping[str, str]) -> str:
    """Say the whole in a sentence or two."""
    if not question.stops:
        if asked.way == UNDERSERVED:
            return (
                "Aucune commune de ce territoire n'est sous-desservie hors de la commune de "
                "départ : choisissez vous-même les arrêts."
            )
        return "Aucun arrêt n'est choisi : cochez au moins une commune."
    days = french.plural(len(tour.days), "journée")
    rhythm = "par semaine" if tour.weeks == 1 else f"sur {tour.weeks} semaines"
    where = french.plural(len(question.stops), "commune")
    return (
        f"{where} en {days} {rhythm}, au départ {french.of_place(names[question.base])} : "
        f"{french.number(tour.hours_each, 2 if tour.hours_each % 0.5 else 1)} h par semaine à "
        f"chaque arrêt, environ {french.number(tour.km_week)} km et "
        f"{_duration(tour.minutes_week)} de route par semaine."
    )


def _cautions(
    asked: AskedTour, question: TourQuestion, tour: Tour, names: Mapping[str, str], away: list[str]
) -> list[str]:
    """Say what the tour leaves: its start, hours, communes, exactness."""
    said = []
    if asked.is_base_underserved:
        said.append(
            f"{names[asked.base]}, d'où part la tournée, est elle-même sous-desservie : aucune "
            "heure de la tournée n'y est comptée."
        )
    if question.stops and tour.hours_left >= 0.05:
        why = (
            "il n'y a plus d'arrêt à servir."
            if tour.hours_left >= HALF_DAY_H
            else f"elles ne font pas une demi-journée de {french.number(HALF_DAY_H, 1, 'h')}."
        )
        left = threshold(round(tour.hours_left, 1))
        said.append(f"{left} h par semaine restent sans arrêt : {why}")
    if asked.left_out and asked.way == UNDERSERVED:
        others = french.plural(
            asked.left_out, "autre commune sous-desservie", "autres communes sous-desservies"
        )
        verb = "tiennent" if asked.left_out > 1 else "tient"
        said.append(
            f"{others} ne {verb} pas dans ces heures ; les premières sont celles où la situation "
            "est la plus grave."
        )
    if away:
        verb = "sont" if len(away) > 1 else "est"
        said.append(
            f"{french.enumeration(away)} n'{verb} pas sur la tournée : aucune route n'y mène "
            "depuis la commune de départ."
        )
    if any(day.minutes > LONG_DAY_MIN for day in tour.days):
        said.append(
            "Des journées comptent plus de deux heures de route : une tournée se pense plutôt à "
            "l'échelle d'une intercommunalité."
        )
    if not tour.is_exact:
        said.append(
            "Avec autant d'arrêts, toutes les combinaisons ne sont pas essayées : une tournée un "
            "peu plus courte peut exister."
        )
    return said


def _figures(question: TourQuestion, tour: Tour, effect: TourEffect) -> tuple[Figure, ...]:
    """Give the figures to keep."""
    placed = tour.hours_each * len(question.stops)
    figures = [
        Figure(f"{french.number(placed, 1)}{french.NBSP}h", "d'accueil par semaine en tournée"),
        Figure(
            f"{french.number(tour.km_week)}{french.NBSP}km",
            f"par semaine (estimation), {_duration(tour.minutes_week)} de route",
        ),
    ]
    outside = french.percent(effect.outside_after, 0)
    today = french.percent(effect.outside_before, 0)
    was = "comme aujourd'hui" if today == outside else f"au lieu de {today}"
    known = "" if math.isnan(effect.outside_before) else f", {was}"
    figures.append(Figure(outside, f"des heures d'aide hors de la commune de départ{known}"))
    for limit, after in effect.within_after.items():
        before = effect.within_before[limit]
        more = (
            f"au lieu de {_share(before, effect.people)} : {french.number(after - before)} de plus"
            if round(after) > round(before)
            else "comme aujourd'hui"
        )
        figures.append(
            Figure(
                _share(after, effect.people),
                f"des habitants à {limit:g} min au plus d'un lieu ou d'un arrêt, {more}",
            )
        )
    return tuple(Figure(one.value, said(one.label)) for one in figures)


def _share(part: float, whole: float) -> str:
    """Write a share of people."""
    return french.percent(part / whole if whole else None, 0)


def _days(question: TourQuestion, tour: Tour, names: Mapping[str, str], detour: str) -> PlanTable:
    """List the days in their order."""
    rows = []
    for rank, day in enumerate(tour.days, start=1):
        codes = [question.stops[stop - 1] for stop in day.stops]
        stops = [commune_cell(code, names[code]) for code in codes]
        name = f"Jour {rank}" if tour.weeks == 1 else f"Semaine {day.week}, jour {rank}"
        rows.append(
            (
                Cell(name),
                stops[0],
                stops[1] if len(stops) > 1 else Cell("–", ""),
                number_cell(day.km, 0, "km"),
                Cell(_duration(day.minutes), round(day.minutes)),
            )
        )
    return PlanTable(
        name="jours",
        title="Les journées",
        caption=said(f"Au départ {french.of_place(names[question.base])}, retour le soir"),
        columns=(
            Column("Journée"),
            Column("Matin"),
            Column("Après-midi"),
            Column("Route (km)", is_number=True),
            Column("Temps de route", is_number=True),
        ),
        rows=tuple(rows),
        note=said(
            f"Kilomètres et minutes estimés à vol d'oiseau corrigé (×\u00a0{detour}). Le matin et "
            "l'après-midi peuvent s'échanger, les jours aussi : la route reste la même."
        ),
        empty="Aucune journée : la tournée n'a pas d'arrêt.",
    )


def _marks(
    shapes: MapShapes, question: TourQuestion, tour: Tour, names: Mapping[str, str]
) -> Overlay:
    """Draw the days and number the stops."""
    at = shapes.anchors
    rounds = [
        [at[code] for code in (question.base, *(question.stops[stop - 1] for stop in day.stops))]
        for day in tour.days
        if all(code in at for code in (question.base, *(question.stops[s - 1] for s in day.stops)))
    ]
    numbered = [
        Mark(at[code], str(rank), names[code], names[code])
        for rank, code in enumerate(visited(question, tour), start=1)
        if code in at
    ]
    start = names[question.base]
    base = [
        Mark(at[code], "D", f"Départ : {start}", start) for code in (question.base,) if code in at
    ]
    marks = [*base, *numbered]
    return Overlay(draw_rounds(rounds) + draw_numbers(marks), marks)


def _scenario(question: TourQuestion, tour: Tour) -> Scenario:
    """Write the stops as places that would open."""
    hours = round(tour.hours_each, 2)
    return Scenario(tuple(Addition(Where(code), hours) for code in question.stops))


def _duration(minutes: float) -> str:
    r"""Write a time on the road.

    >>> _duration(52.4), _duration(125)
    ('52\xa0min', '2\xa0h\xa005')
    """
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return f"{rest}{french.NBSP}min"
    return f"{hours}{french.NBSP}h" + (f"{french.NBSP}{rest:02d}" if rest else "")
