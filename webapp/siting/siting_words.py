"""A proposal in French: its finding, its reasons, its figures, its limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carto import french
from carto.french import NBSP
from carto.planning.siting.proposal import Chosen, Loss, Proposal
from carto.planning.siting.question import COUVERTURE, MANQUE, PLUS_LOIN, TEMPS, TOUS
from carto.planning.tour import HALF_DAY_H
from webapp.siting.plan import Figure

# A sentence names so many communes; the table names them all.
_MOST_NAMED = 5
_AIMS = {
    MANQUE: "combler le plus du manque d'heures d'aide",
    TEMPS: "raccourcir le plus les trajets",
    COUVERTURE: "mettre le plus d'habitants à {radius} min au plus d'un lieu",
    TOUS: "mettre chaque commune à {radius} min au plus d'un lieu",
    PLUS_LOIN: "rapprocher le plus les communes les plus éloignées",
}


def finding(proposal: Proposal, ordered: Sequence[Chosen]) -> str:
    """Say the whole in a sentence or two."""
    aim = aim_words(proposal)
    if not ordered:
        return f"Rien à ouvrir pour {aim} : les lieux d'aujourd'hui y suffisent."
    counted = (
        french.plural(proposal.opened, "demi-journée") + " par semaine"
        if proposal.question.kind == MANQUE
        else french.plural(proposal.opened, "lieu", "lieux")
    )
    names = [
        one.name + (f" ({one.count})" if proposal.question.kind == MANQUE and one.count > 1 else "")
        for one in ordered
    ]
    more = len(names) - _MOST_NAMED
    named = [*names[:_MOST_NAMED], *([french.plural(more, "autre")] if more > 0 else [])]
    where = french.enumeration(named)
    return f"Pour {aim} avec {counted} : {where}. {_gain(proposal)}"


def aim_words(proposal: Proposal) -> str:
    """Say what is sought."""
    return _AIMS[proposal.question.kind].format(radius=f"{proposal.question.radius_min:g}")


def what_it_brings(proposal: Proposal, chosen: Chosen) -> str:
    """Say what one commune brings, and to whom."""
    communes = french.plural(chosen.communes_helped, "commune")
    helped = f"aide {french.plural(round(chosen.people_helped), 'habitant')} de {communes}"
    said = f"{helped} ; sans elle, {_lost_again(proposal.question.kind, chosen.brought)}"
    if chosen.is_shared_with_unknown:
        said += " ; une commune voisine a une population inconnue, elle apporte donc un peu moins"
    return said


def figures(proposal: Proposal) -> Iterator[Figure]:
    """Give the figures to keep."""
    before, after = proposal.before, proposal.after
    kind = proposal.question.kind
    if proposal.closed_share is not None and kind in (MANQUE, TEMPS, COUVERTURE):
        what = {
            MANQUE: "du manque d'heures du territoire comblé",
            TEMPS: "du temps de trajet du territoire gagné",
            COUVERTURE: "des habitants trop loin rapprochés",
        }[kind]
        yield Figure(french.percent(proposal.closed_share, 0), what)
    yield Figure(_amount(kind, after.inside, proposal), f"au lieu de {_lost(proposal, before)}")
    if kind == MANQUE:
        yield Figure(
            french.number(proposal.opened * HALF_DAY_H, 1, "h"), "d'aide de plus par semaine"
        )
    if after.around < before.around and kind in (MANQUE, TEMPS, COUVERTURE):
        gained = before.around - after.around
        yield Figure(_amount(kind, gained, proposal), "gagné aussi autour du territoire")
    solid = sum(len(one.roads) == len(proposal.on_roads) for one in proposal.chosen)
    yield Figure(
        f"{solid} sur {len(proposal.chosen)}",
        "communes proposées quelle que soit la vitesse des routes",
    )


def cautions(proposal: Proposal) -> Iterator[str]:
    """Say what must be read with the plan."""
    if not proposal.is_best:
        yield (
            "Le temps de calcul n'a pas suffi pour prouver qu'aucun plan ne fait mieux : un autre "
            f"pourrait apporter jusqu'à {french.percent(proposal.gap)} de plus."
        )
    if proposal.unknown:
        names = [proposal.names.get(code, code) for code in proposal.unknown[:_MOST_NAMED]]
        yield (
            f"Population inconnue, donc non comptée : {french.enumeration(names)}"
            + (" et d'autres." if len(proposal.unknown) > _MOST_NAMED else ".")
        )
    if proposal.out_of_reach:
        names = [proposal.names.get(code, code) for code in proposal.out_of_reach[:_MOST_NAMED]]
        yield f"Aucune route connue n'y mène : {french.enumeration(names)}."
    yield (
        "Une aide à la discussion, pas une décision : ni les salles, ni les personnes, ni les "
        "habitudes des habitants ne sont dans ces données."
    )


def method(proposal: Proposal) -> Iterator[str]:
    """Say how the plan was found, and what it ignores."""
    yield (
        "Les lieux d'aujourd'hui restent ouverts, avec leurs heures. Les habitants et les lieux "
        "autour du territoire comptent aussi, jusqu'à 30 km."
    )
    if proposal.question.kind == MANQUE:
        yield (
            "Le manque d'une commune est ce qui lui manque pour atteindre "
            f"{french.number(proposal.reference, 2)} h d'aide par semaine pour 1 000 habitants, le "
            "seuil de l'alerte sur l'offre. Une demi-journée se partage entre tous ceux qui "
            "peuvent venir ; deux au plus par commune."
        )
    yield (
        f"{french.plural(proposal.candidates_count, 'commune essayée', 'communes essayées')}, "
        "chacune à son point (mairie). Tous les plans sont comparés, sans en oublier, tant que le "
        "temps suffit ; à égalité, le premier code de commune est pris."
    )
    tried = "; ".join(
        f"{one.roads.name} : détour {french.number(one.roads.travel.detour, 2)}, "
        f"{french.number(one.roads.travel.speed_kmh)} km/h"
        for one in proposal.on_roads
    ).replace(";", " ;")
    yield f"Le même calcul est refait avec trois estimations des routes ({tried})."
    yield (
        "Le calcul ignore la fréquentation, les locaux, les personnes disponibles, les transports "
        "en commun, et l'intérêt d'un lieu pour ceux qui passent par là."
    )


def _gain(proposal: Proposal) -> str:
    """Say what the plan changes."""
    return (
        f"Il resterait {_lost(proposal, proposal.after)}, au lieu de "
        f"{_amount(proposal.question.kind, proposal.before.inside, proposal)}."
    )


def _lost(proposal: Proposal, loss: Loss) -> str:
    """Say what is lost in the perimeter."""
    kind = proposal.question.kind
    amount = _amount(kind, loss.inside, proposal)
    return {
        MANQUE: f"{amount} de manque par semaine",
        TEMPS: f"{amount} de trajet moyen",
        COUVERTURE: f"{amount} trop loin",
        TOUS: f"{amount} trop loin",
        PLUS_LOIN: f"{amount} pour le trajet le plus long",
    }[kind]


def _amount(kind: str, value: float, proposal: Proposal) -> str:
    """Write an amount of what is lost."""
    if value == float("inf"):
        return "des communes hors d'atteinte"
    if kind == MANQUE:
        return french.number(value, 1, "h")
    if kind == TEMPS:
        people = proposal.people_inside
        return french.number(value / people if people else None, 1, "min")
    if kind == COUVERTURE:
        return french.plural(round(value), "habitant")
    if kind == TOUS:
        return french.plural(round(value), "commune")
    return french.number(value, 0, "min")


def _lost_again(kind: str, brought: float) -> str:
    """Say what would be lost again without a commune."""
    if brought == float("inf"):
        return "des communes resteraient hors d'atteinte"
    if kind == MANQUE:
        return f"{french.number(brought, 1, 'h')} de manque de plus par semaine"
    if kind == TEMPS:
        hours = brought / 60
        return f"{french.number(hours)}{NBSP}heures de trajet de plus, tous habitants réunis"
    if kind == COUVERTURE:
        return f"{french.plural(round(brought), 'habitant')} de plus trop loin"
    if kind == TOUS:
        return f"{french.plural(round(brought), 'commune')} de plus trop loin"
    return f"le trajet le plus long aurait {french.number(brought, 0, 'min')} de plus"
