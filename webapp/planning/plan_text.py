"""A proposal in lines for a terminal, and its communes as CSV."""

from __future__ import annotations

from collections.abc import Iterator

from carto.french import number, plural, rounded
from carto.planning.siting.proposal import Chosen, Proposal
from carto.planning.siting.question import MANQUE, TOUS
from carto.planning.siting.roads import CENTRAL
from carto.planning.siting.shortfall import HALF_DAY_H
from carto.planning.siting.wording import (
    LOSS_NAMES,
    brought_words,
    certainty,
    finding,
    left_out,
    loss_words,
    opened_words,
)
from carto.typography import typeset
from geodata.csv_text import csv_text
from webapp.planning.proposal_document import UNITS

_MOST_NAMED = 4
CSV_COLUMNS = (
    *("code_insee", "nom", "nombre", "heures_semaine", "apport", "unite_apport"),
    *("communes_aidees", "habitants_aides", "dont_communes_autour", "dont_habitants_autour"),
    *("routes", "equivalentes"),
)
_HEAD = ("code", "commune", "ouvre", "apport", "aide", "soit", "à égalité ou presque")
CAUTION = (
    "Estimations à vol d'oiseau corrigées ; ni locaux, ni agents, ni horaires ne sont pris en "
    "compte : ce plan éclaire une décision, il ne la prend pas."
)


def plan_text(territory: str, proposal: Proposal) -> str:
    """Write a proposal in lines: the finding, the communes, the way there, what it leaves out.

    Parameters
    ----------
    territory
        Name of the territory.
    proposal
        An answer.
    """
    return "\n".join(typeset(line) for line in _lines(territory, proposal))


def plan_csv(proposal: Proposal) -> str:
    """Write the communes of a proposal for a spreadsheet set to French."""
    unit = UNITS[proposal.question.kind]
    lines = [
        (
            one.code,
            one.name,
            one.count,
            one.count * HALF_DAY_H if proposal.question.kind == MANQUE else None,
            rounded(one.brought, 2) if one.brought < float("inf") else None,
            unit,
            one.communes_helped,
            round(one.people_helped),
            one.communes_around,
            round(one.people_around),
            ", ".join(one.roads),
            ", ".join(one.alternatives),
        )
        for one in proposal.chosen
    ]
    return csv_text(CSV_COLUMNS, lines, french=True)


def _lines(territory: str, proposal: Proposal) -> Iterator[str]:
    """Write each line."""
    yield f"{territory}. {proposal.question.words}"
    yield finding(proposal)
    yield certainty(proposal)
    if proposal.chosen:
        yield ""
        yield from _table(proposal)
        yield "  Apport : ce qui serait perdu sans cette commune, les autres restant."
        yield ""
        yield f"{LOSS_NAMES[proposal.question.kind]}, pas à pas :"
        yield f"  aujourd'hui : {loss_words(proposal, proposal.before)}"
        for step in proposal.steps:
            doubt = "" if step.is_best else " (un après l'autre)"
            opened = opened_words(proposal.question, step.count)
            yield f"  {opened} : {loss_words(proposal, step.loss)}{doubt}"
        yield ""
        yield _roads(proposal)
    yield from left_out(proposal)
    yield ""
    yield CAUTION


def _table(proposal: Proposal) -> Iterator[str]:
    """Write the communes of the plan in columns: what opens, what it brings, what could do."""
    rows = [_HEAD, *(_cells(proposal, one) for one in proposal.chosen)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _cells(proposal: Proposal, one: Chosen) -> tuple[str, ...]:
    """Write a commune of the plan."""
    others = [proposal.names[code] for code in one.alternatives]
    rest = len(others) - _MOST_NAMED
    more = f" et {rest} {'autre' if rest == 1 else 'autres'}" if rest > 0 else ""
    doubt = " (partagé avec une commune de population inconnue)" * one.is_shared_with_unknown
    return (
        one.code,
        one.name,
        opened_words(proposal.question, one.count),
        brought_words(proposal, one.brought) + doubt,
        plural(one.communes_helped, "commune"),
        plural(round(one.people_helped), "habitant") + _around(one),
        (", ".join(others[:_MOST_NAMED]) or "aucune") + more,
    )


def _around(one: Chosen) -> str:
    """Say how many of those helped live around the territory."""
    return f" (dont {number(one.people_around)} autour)" if one.communes_around else ""


def _roads(proposal: Proposal) -> str:
    """Say which communes are proposed, or do as well, whatever the roads."""
    others = [one for one in proposal.on_roads if one.roads.name != CENTRAL]
    kept = [one.name for one in proposal.chosen if len(one.roads) == len(proposal.on_roads)]
    speeds = " ou ".join(
        f"{number(one.roads.travel.speed_kmh)} km/h (détour {number(one.roads.travel.detour, 2)})"
        for one in others
    )
    named = ", ".join(kept) if kept else "aucune"
    ending = " (le nombre de lieux change alors)" if proposal.question.kind == TOUS else ""
    return f"Proposées, ou aussi bonnes, même si l'on roule à {speeds}{ending} : {named}."
