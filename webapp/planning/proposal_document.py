"""A proposal as plain values, for the API and the command line."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite
from typing import Any

from carto.planning.siting.proposal import Chosen, Loss, OnRoads, Opening, Proposal, Step
from carto.planning.siting.question import MANQUE
from carto.planning.siting.shortfall import HALF_DAY_H
from carto.planning.siting.wording import certainty, finding, left_out
from carto.typography import typeset

# What each question makes smaller; person-minutes divided by the people are the mean trip.
UNITS = {
    "manque": "heures_par_semaine",
    "temps": "minutes_x_habitants",
    "couverture": "habitants",
    "tous": "communes",
    "plus-loin": "minutes",
}
_DECIMALS = 4


def proposal_document(proposal: Proposal) -> dict[str, Any]:
    """Write a proposal; what is infinite is null.

    Parameters
    ----------
    proposal
        An answer of `carto.planning.siting.propose`.
    """
    question = proposal.question
    return {
        "question": {
            "kind": question.kind,
            "words": typeset(question.words),
            "count": question.count,
            "radius_min": question.radius_min,
            "candidates": list(question.candidates),
            "without": list(question.without),
            "is_inside_only": question.is_inside_only,
        },
        "unit": UNITS[question.kind],
        "reference": _number(proposal.reference),
        "finding": typeset(finding(proposal)),
        "certainty": typeset(certainty(proposal)),
        "is_best": proposal.is_best,
        "gap": _number(proposal.gap),
        "bound": _number(proposal.bound),
        "candidates_count": proposal.candidates_count,
        "people_inside": _number(proposal.people_inside),
        "people_counted": _number(proposal.people_counted),
        "before": _loss(proposal.before),
        "after": _loss(proposal.after),
        "closed_share": _number(proposal.closed_share),
        "chosen": [_chosen(proposal, one) for one in proposal.chosen],
        "steps": [_step(step) for step in proposal.steps],
        "roads": [_roads(one) for one in proposal.on_roads],
        "unknown": _named(proposal, proposal.unknown),
        "out_of_reach": _named(proposal, proposal.out_of_reach),
        "notes": [typeset(note) for note in left_out(proposal)],
    }


def _chosen(proposal: Proposal, one: Chosen) -> dict[str, Any]:
    """Write a commune of the plan."""
    hours = one.count * HALF_DAY_H if proposal.question.kind == MANQUE else None
    return {
        "code_insee": one.code,
        "nom": one.name,
        "count": one.count,
        "hours_per_week": hours,
        "brought": _number(one.brought),
        "communes_helped": one.communes_helped,
        "people_helped": _number(one.people_helped),
        "communes_around": one.communes_around,
        "people_around": _number(one.people_around),
        "is_shared_with_unknown": one.is_shared_with_unknown,
        "alternatives": _named(proposal, one.alternatives),
        "roads": list(one.roads),
    }


def _step(step: Step) -> dict[str, Any]:
    """Write a step on the way to the plan."""
    return {
        "count": step.count,
        "openings": _openings(step.openings),
        "loss": _loss(step.loss),
        "is_best": step.is_best,
    }


def _roads(one: OnRoads) -> dict[str, Any]:
    """Write the plan on an estimate of the roads."""
    return {
        "name": one.roads.name,
        "detour": one.roads.travel.detour,
        "speed_kmh": one.roads.travel.speed_kmh,
        "openings": _openings(one.openings),
        "alternatives": list(one.alternatives),
        "is_best": one.is_best,
    }


def _openings(openings: Iterable[Opening]) -> list[dict[str, Any]]:
    """Write what opens where."""
    return [{"code_insee": opening.code, "count": opening.count} for opening in openings]


def _named(proposal: Proposal, codes: Iterable[str]) -> list[dict[str, str]]:
    """Name communes."""
    return [{"code_insee": code, "nom": proposal.names[code]} for code in codes]


def _loss(loss: Loss) -> dict[str, float | None]:
    """Write a loss."""
    return {"inside": _number(loss.inside), "around": _number(loss.around)}


def _number(value: float | None) -> float | None:
    """Round a number; None where it is missing or infinite."""
    return round(value, _DECIMALS) if value is not None and isfinite(value) else None
