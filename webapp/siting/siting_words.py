"""A proposal on its page: finding, reasons, figures, limits, in the words of `carto plan`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carto import french
from carto.planning.siting import wording
from carto.planning.siting.proposal import Chosen, Proposal
from carto.planning.siting.question import COUVERTURE, MANQUE, PLUS_LOIN, TEMPS
from carto.planning.siting.shortfall import HALF_DAY_H
from webapp.siting.plan import Figure

# A sentence names so many communes; the table names them all.
_MOST_NAMED = 5
_SHARES = {
    MANQUE: "du manque d'heures du territoire comblé",
    TEMPS: "du temps de trajet du territoire gagné",
    COUVERTURE: "des habitants trop loin rapprochés",
}


def finding(proposal: Proposal, ordered: Sequence[Chosen]) -> str:
    """Say what the plan changes, and name its first communes."""
    said = wording.finding(proposal)
    if not ordered:
        return said
    more = len(ordered) - _MOST_NAMED
    names = [
        *(one.name for one in ordered[:_MOST_NAMED]),
        *([french.plural(more, "autre")] if more > 0 else []),
    ]
    return f"{french.enumeration(names)}. {said}"


def what_it_brings(proposal: Proposal, chosen: Chosen) -> str:
    """Say whom one commune helps, and what would be lost again without it."""
    people = french.plural(round(chosen.people_helped), "habitant")
    helped = f"aide {people} de {french.plural(chosen.communes_helped, 'commune')}"
    brought = wording.brought_words(proposal, chosen.brought)
    without = {
        MANQUE: f"{brought} de manque de plus par semaine",
        TEMPS: f"{brought} de plus, tous habitants réunis",
        PLUS_LOIN: f"{brought} de plus pour le plus long trajet",
    }.get(proposal.question.kind, f"{brought} de plus trop loin")
    said = f"{helped} ; sans elle, {without}"
    if chosen.is_shared_with_unknown:
        said += " (un peu moins : une commune voisine a une population inconnue)"
    return said


def figures(proposal: Proposal) -> Iterator[Figure]:
    """Give the figures to keep."""
    kind, before, after = proposal.question.kind, proposal.before, proposal.after
    if kind in _SHARES and proposal.closed_share is not None:
        yield Figure(french.percent(proposal.closed_share, 0), _SHARES[kind])
    yield Figure(
        wording.loss_words(proposal, after),
        f"{wording.LOSS_NAMES[kind].lower()}, au lieu de {wording.loss_words(proposal, before)}",
    )
    if kind == MANQUE:
        hours = french.number(proposal.opened * HALF_DAY_H, 1, "h")
        yield Figure(hours, "d'aide de plus par semaine")
    if kind in (MANQUE, COUVERTURE) and after.around < before.around:
        gained = wording.amount_words(proposal, before.around - after.around)
        yield Figure(gained, "gagné de plus autour du territoire")
    if proposal.chosen:
        solid = sum(len(one.roads) == len(proposal.on_roads) for one in proposal.chosen)
        yield Figure(
            f"{solid} sur {len(proposal.chosen)}",
            "communes proposées, ou aussi bonnes, quelle que soit la vitesse des routes",
        )


def cautions(proposal: Proposal) -> Iterator[str]:
    """Say what must be read with the plan."""
    if not proposal.is_best:
        yield wording.certainty(proposal)
    yield from wording.left_out(proposal)
    yield (
        "Une aide à la discussion, pas une décision : ni les salles, ni les personnes, ni les "
        "habitudes des habitants ne sont dans ces données."
    )


def method(proposal: Proposal) -> Iterator[str]:
    """Say how the plan was found, and what it ignores."""
    yield (
        "Les lieux d'aujourd'hui restent ouverts, avec leurs heures. Les lieux autour du "
        "territoire comptent, et les habitants d'autour aussi, sauf si l'on demande le contraire."
    )
    if proposal.question.kind == MANQUE:
        yield (
            "Le manque d'une commune est ce qui lui manque pour atteindre "
            f"{french.number(proposal.reference, 2)} h d'aide par semaine pour 1 000 habitants, le "
            "seuil de l'alerte sur l'offre. Une demi-journée se partage entre tous ceux qui "
            "peuvent venir ; une commune en reçoit deux au plus."
        )
    tried = french.plural(proposal.candidates_count, "commune essayée", "communes essayées")
    yield f"{tried}, chacune à son point. À égalité, le premier code de commune est pris."
    yield wording.certainty(proposal)
    roads = " ; ".join(
        f"{one.roads.name} : {french.number(one.roads.travel.speed_kmh)} km/h, détour "
        f"{french.number(one.roads.travel.detour, 2)}"
        for one in proposal.on_roads
    )
    yield f"La même question est posée sur trois estimations des routes ({roads})."
    yield (
        "Le calcul ignore la fréquentation, les locaux, les personnes disponibles, les transports "
        "en commun, et l'intérêt d'un lieu pour ceux qui passent par là."
    )
