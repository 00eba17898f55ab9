"""A question asked on a ground: who counts, where something may open, what is there today.

Communes of unknown population never count as empty. They weigh nothing in what is sought, since
nobody knows how much, and are listed; the accessibility of today is the highest it can be, so that
what is missing is missing for sure. Where all must be served, they count like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto.french import NBSP, plural
from carto.planning.grounds.access import access
from carto.planning.grounds.ground import Bools, Floats, Ground, weights_of
from carto.planning.siting.everybody import AllCovered, LongestTrip
from carto.planning.siting.problem import Problem
from carto.planning.siting.proposal import Opening
from carto.planning.siting.question import (
    ALL_PLACES,
    COUVERTURE,
    MANQUE,
    TEMPS,
    TOUS,
    Question,
    QuestionError,
)
from carto.planning.siting.shortfall import HALF_DAY_H, MOST_EACH, Shortfall
from carto.planning.siting.trips import MeanTrip, MostCovered

Integers = NDArray[np.int64]


def candidates_of(ground: Ground, question: Question) -> Integers:
    """Positions of the communes where something may open, by rising code.

    Raises
    ------
    QuestionError
        When the perimeter is empty, a candidate is not in it, or more is asked than can open.
    """
    inside = np.flatnonzero(ground.is_inside)
    if not len(inside):
        raise QuestionError(
            "territoire", "Ce territoire n'a aucune commune publiée ici ; choisissez-en un autre."
        )
    asked = np.array(sorted(set(question.candidates)), dtype=str)
    strangers = asked[~np.isin(asked, ground.codes[inside])]
    if len(strangers):
        raise QuestionError(
            "candidats",
            f"{_listed(strangers)} : pas de commune de ce code dans ce territoire ; donnez des "
            "codes de ses communes, ou n'en donnez aucun pour les essayer toutes.",
        )
    found = inside[np.isin(ground.codes[inside], asked)] if len(asked) else inside
    most = MOST_EACH if question.kind == MANQUE else 1
    if question.kind != TOUS and question.count > most * len(found):
        communes = plural(len(found), "commune possible", "communes possibles")
        raise QuestionError(
            "nombre",
            f"{question.count} {question.unit_words}, c'est trop pour {communes}"
            + (f" ({MOST_EACH} au plus dans chacune)" if most > 1 else "")
            + f"{NBSP}: demandez-en {most * len(found)} au plus.",
        )
    return found


def places_kept(ground: Ground, question: Question) -> Bools:
    """Tell which places are counted, shape (m,).

    Raises
    ------
    QuestionError
        When a place that is left out is not there.
    """
    if question.without == (ALL_PLACES,):
        return np.zeros(len(ground.place_ids), dtype=bool)
    left_out = np.array(sorted(set(question.without)), dtype=str)
    strangers = left_out[~np.isin(left_out, ground.place_ids)]
    if len(strangers):
        raise QuestionError(
            "sans",
            f"{_listed(strangers)} : pas de lieu de cet identifiant dans ce territoire ni autour ; "
            f"donnez ceux de ses lieux, ou « {ALL_PLACES} » pour n'en compter aucun.",
        )
    return ~np.isin(ground.place_ids, left_out)


@dataclass(frozen=True, eq=False)
class Asked:
    """A question written on a ground.

    Attributes
    ----------
    ground, question
        As given.
    positions, codes
        The candidates among the communes of the ground, by rising code.
    problem
        What there is to solve.
    """

    ground: Ground
    question: Question
    positions: Integers
    codes: NDArray[np.str_]
    problem: Problem

    @property
    def count(self) -> int:
        """What may open, all the candidates where the question is how many."""
        return self.problem.size if self.question.kind == TOUS else self.question.count

    def openings(self, counts: Integers) -> tuple[Opening, ...]:
        """Name what opens, by code."""
        where = np.flatnonzero(counts)
        return tuple(Opening(str(self.codes[one]), int(counts[one])) for one in where)


def ask(ground: Ground, question: Question, reference: float) -> Asked:
    """Write a question on a ground.

    Parameters
    ----------
    ground
        The perimeter and what is around it.
    question
        The question.
    reference
        A*, hours a week per 1,000 inhabitants: the accessibility under which the verdict says that
        supply is insufficient (frozen national reference × `alerts.apl_ratio`).

    Raises
    ------
    QuestionError
        When the question cannot be asked there.
    """
    candidates = candidates_of(ground, question)
    problem = _problem(ground, question, candidates, reference)
    return Asked(ground, question, candidates, ground.codes[candidates], problem)


def _problem(ground: Ground, question: Question, candidates: Integers, reference: float) -> Problem:
    """Write what there is to solve."""
    kept = places_kept(ground, question)
    minutes, inside = ground.minutes_to(ground.points.take(candidates)), ground.is_inside
    counts = inside if question.is_inside_only else np.ones(len(inside), dtype=bool)
    if question.kind == MANQUE:
        return _shortfall(ground, weights_of(minutes, ground.catchment), kept, counts, reference)
    today = nearest_today(ground, kept)
    people = np.where(counts, np.nan_to_num(ground.people), 0.0)
    if question.kind == TEMPS:
        return MeanTrip(minutes, today, people, inside)
    if question.kind == COUVERTURE:
        return MostCovered(minutes, today, people, inside, question.radius_min)
    each = (inside & (ground.people != 0)).astype(float)
    if question.kind == TOUS:
        return AllCovered(minutes, today, each, inside, question.radius_min)
    return LongestTrip(minutes, today, each, inside)


def rates_today(ground: Ground, kept: Bools) -> Floats:
    """Share the hours of some places, a week per 1,000 inhabitants: the most that it can be."""
    hours, known = np.where(kept, ground.hours, 0.0), ground.is_known_around
    return access(ground.weights, ground.demand, hours, known, ground.catchment.method).high


def nearest_today(ground: Ground, kept: Bools) -> Floats:
    """Time to the nearest place that is kept; infinite without one.

    The published one stands as long as the nearest place is kept.
    """
    if kept.all():
        return ground.nearest_min
    left = ground.minutes[:, kept].min(axis=1, initial=np.inf)
    is_same = left <= ground.minutes.min(axis=1, initial=np.inf)
    return np.where(is_same, ground.nearest_min, np.maximum(left, ground.nearest_min))


def _shortfall(
    ground: Ground, weights: Floats, kept: Bools, counts: Bools, reference: float
) -> Shortfall:
    """Write what is missing today, and what a half-day in each candidate would bring."""
    if ground.catchment.method == "3sfca":
        raise QuestionError(
            "question",
            "Cette question demande le calcul de l'offre en deux étapes : cet instantané est fait "
            "avec `catchment.method = 3sfca`. Posez une autre question.",
        )
    demand = np.nan_to_num(ground.demand)
    in_reach = weights.T @ demand
    shared = np.divide(1, in_reach, out=np.zeros(len(in_reach)), where=in_reach > 0)
    missing = np.maximum(reference - rates_today(ground, kept), 0)
    missing[np.isnan(ground.demand) | ~counts] = 0
    return Shortfall(missing, demand, weights * shared * 1000 * HALF_DAY_H, ground.is_inside)


def _listed(texts: Sequence[str] | NDArray[np.str_], most: int = 3) -> str:
    """Write a few texts, shortened, and say that there are more."""
    shown = ", ".join(f"« {str(text)[:20]} »" for text in texts[:most])
    return shown + (" …" if len(texts) > most else "")
