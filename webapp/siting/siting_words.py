"""A proposal on its page: finding, reasons, figures, limits, in the words of `carto plan`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carto import french
from carto.drawing.wording import threshold
from carto.planning.siting import wording
from carto.planning.siting.proposal import Chosen, Proposal
from carto.planning.siting.question import COUVERTURE, MANQUE, PLUS_LOIN, TEMPS, TOUS
from webapp.planning.whole_places import WHOLE_PLACE
from webapp.siting.plan import Figure

# A sentence names so many communes; the table names them all.
_MOST_NAMED = 5
# Hours a week of a place that opens, for a scenario: a day.
PLACE_HOURS = 7.0
_SHARES = {
    MANQUE: "du manque d'heures du territoire comblé",
    TEMPS: "du temps de trajet du territoire gagné",
    COUVERTURE: "des habitants trop loin rapprochés",
}
# What is said after the amount that is left, whose unit it already names.
_LEFT = {
    MANQUE: "manqueraient encore par semaine",
    TEMPS: "de trajet moyen",
    COUVERTURE: "trop loin d'un lieu",
    TOUS: "trop loin d'un lieu",
    PLUS_LOIN: "pour le trajet le plus long",
}
_GAINED_AROUND = {
    MANQUE: "de manque en moins autour du territoire",
    COUVERTURE: "de moins trop loin d'un lieu autour du territoire",
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
    brought = wording.brought_words(proposal, chosen.brought)
    without = {
        MANQUE: f"{brought} de manque de plus par semaine",
        TEMPS: f"{brought} de plus, tous habitants réunis",
        PLUS_LOIN: f"{brought} de plus pour le plus long trajet",
    }.get(proposal.question.kind, f"{brought} de plus trop loin")
    said = f"{_helped(chosen)} ; sans elle, {without}"
    if chosen.is_shared_with_unknown:
        said += " (un peu moins : une commune voisine a une population inconnue)"
    return said


def _helped(chosen: Chosen) -> str:
    """Count whom one commune helps, in the territory then around."""
    around = _people_of(chosen.people_around, chosen.communes_around)
    inside = _people_of(
        chosen.people_helped - chosen.people_around,
        chosen.communes_helped - chosen.communes_around,
    )
    if not chosen.communes_around:
        return f"aide {inside}"
    if chosen.communes_around == chosen.communes_helped:
        return f"aide {around} autour du territoire"
    return f"aide {inside} du territoire, et {around} autour"


def _people_of(people: float, communes: int) -> str:
    """Count inhabitants and their communes."""
    return f"{french.plural(round(people), 'habitant')} de {french.plural(communes, 'commune')}"


def figures(proposal: Proposal) -> Iterator[Figure]:
    """Give the figures to keep."""
    kind, before, after = proposal.question.kind, proposal.before, proposal.after
    if kind in _SHARES and proposal.closed_share is not None:
        yield Figure(french.percent(proposal.closed_share, 0), _SHARES[kind])
    yield Figure(
        wording.loss_words(proposal, after),
        f"{_LEFT[kind]}, au lieu de {wording.loss_words(proposal, before)}",
    )
    if kind == MANQUE:
        yield Figure(wording.opened_hours(proposal), "d'aide de plus par semaine")
    if kind in _GAINED_AROUND and after.around < before.around:
        gained = wording.amount_words(proposal, before.around - after.around)
        yield Figure(gained, _GAINED_AROUND[kind])


def cautions(proposal: Proposal) -> Iterator[str]:
    """Say what must be read with the plan, its weakest point first."""
    yield from _fragility(proposal)
    if not proposal.is_best:
        yield wording.certainty(proposal)
    yield WHOLE_PLACE
    if proposal.question.kind != MANQUE and proposal.chosen:
        hours = french.number(PLACE_HOURS, 0, "h")
        yield (
            f"Le scénario et le dossier supposent chaque nouveau lieu ouvert {hours} par semaine : "
            "une convention, que le scénario permet de changer."
        )
    yield from wording.left_out(proposal)
    yield (
        "Une aide à la discussion, pas une décision : ni les salles, ni les personnes, ni les "
        "habitudes des habitants ne sont dans ces données."
    )


def _fragility(proposal: Proposal) -> Iterator[str]:
    """Say how many of the communes hang on the speed of the roads, if any does."""
    count = len(proposal.chosen)
    solid = sum(len(one.roads) == len(proposal.on_roads) for one in proposal.chosen)
    if solid == count:
        return
    if count == 1:
        said = "La commune proposée n'est pas solide : le choix dépend"
    elif not solid:
        said = f"Aucune des {count} communes proposées n'est solide : le choix dépend"
    elif solid == 1:
        said = f"Une seule des {count} communes proposées est solide : le choix des autres dépend"
    else:
        said = f"{solid} des {count} communes proposées sont solides : le choix des autres dépend"
    yield f"{said} de la vitesse supposée des routes (colonne « Solidité »)."


def method(proposal: Proposal) -> Iterator[str]:
    """Say how the plan was found, and what it ignores."""
    yield (
        "Les lieux d'aujourd'hui restent ouverts, avec leurs heures. Les lieux autour du "
        "territoire comptent, et les habitants d'autour aussi, sauf si l'on demande le contraire."
    )
    if proposal.question.kind == MANQUE:
        yield (
            "Le manque d'une commune est ce qui lui manque pour atteindre "
            f"{threshold(proposal.reference)} h d'aide par semaine pour 1 000 habitants, le "
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
