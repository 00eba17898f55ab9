"""A proposal in French words: what is lost in its unit, what it finds, how sure it is."""

from __future__ import annotations

from math import inf

from carto.french import NBSP, number, percent, plural
from carto.planning.siting.proposal import Loss, Proposal
from carto.planning.siting.question import COUVERTURE, MANQUE, PLUS_LOIN, TEMPS, TOUS, Question
from carto.planning.siting.shortfall import HALF_DAY_H

# What each question makes smaller, as the head of a column.
LOSS_NAMES = {
    MANQUE: "Heures manquantes par semaine",
    TEMPS: "Trajet moyen",
    COUVERTURE: "Habitants trop loin",
    TOUS: "Communes trop loin",
    PLUS_LOIN: "Trajet le plus long",
}


def opened_words(question: Question, count: int) -> str:
    r"""Count half-days or places.

    >>> opened_words(Question(), 2), opened_words(Question("temps"), 1)
    ('2\xa0demi-journées', '1\xa0lieu')
    """
    if question.kind == MANQUE:
        return plural(count, "demi-journée")
    return plural(count, "lieu", "lieux")


def loss_words(proposal: Proposal, loss: Loss) -> str:
    """Write what is lost in the perimeter, in the unit of the question."""
    return amount_words(proposal, loss.inside)


def brought_words(proposal: Proposal, brought: float) -> str:
    """Write what one commune of a plan brings to the perimeter and around."""
    if proposal.question.kind == TEMPS:
        return f"{number(brought / 60)}{NBSP}h de trajet" if brought < inf else "un accès"
    return amount_words(proposal, brought)


def amount_words(proposal: Proposal, amount: float) -> str:
    """Write an amount of what a question makes smaller."""
    kind = proposal.question.kind
    if amount == inf:
        return "sans accès"
    if kind == MANQUE:
        return number(amount, 1, "h")
    if kind == TEMPS:
        return number(mean_minutes(proposal, amount), 1, "min")
    if kind == COUVERTURE:
        return plural(round(amount), "habitant")
    if kind == TOUS:
        return plural(round(amount), "commune")
    return number(amount, 1, "min")


def mean_minutes(proposal: Proposal, person_minutes: float) -> float | None:
    """Divide person-minutes of the perimeter by its people; None without anybody."""
    return person_minutes / proposal.people_inside if proposal.people_inside else None


def opened_hours(proposal: Proposal) -> str:
    """Write the hours a week of the half-days that a plan opens: « 35 h », « 17,5 h »."""
    hours = proposal.opened * HALF_DAY_H
    return number(hours, 0 if hours.is_integer() else 1, "h")


def finding(proposal: Proposal) -> str:
    """Say in a sentence or two what a plan changes for the perimeter."""
    kind, question = proposal.question.kind, proposal.question
    before, after = (loss_words(proposal, loss) for loss in (proposal.before, proposal.after))
    opened = opened_words(question, proposal.opened)
    if not proposal.opened:
        return _NOTHING[kind].format(r=f"{question.radius_min:g}")
    if proposal.before.inside <= 0:
        return f"Rien ne manque dans ce territoire : {opened} ne serviraient qu'à ses voisins."
    if kind == MANQUE:
        hours = opened_hours(proposal)
        share = percent(proposal.closed_share, 0)
        said = f"{opened} ({hours} par semaine) réduiraient de {share}"
        said += f" le manque d'heures du territoire : {after} par semaine au lieu de {before}."
    elif kind == TEMPS:
        said = f"Avec {opened} de plus, le trajet moyen passerait de {before} à {after}."
    elif kind == COUVERTURE:
        far = f"à plus de {question.radius_min:g}{NBSP}min d'un lieu"
        said = f"Avec {opened} de plus, {after} seraient {far}, au lieu de {before}."
    elif kind == TOUS:
        said = (
            f"Il faut {opened} de plus pour que chaque commune en ait un à "
            f"{question.radius_min:g}{NBSP}min au plus : {before} n'en ont pas."
        )
    elif proposal.before.inside == inf:
        said = (
            "Des communes n'ont aujourd'hui aucun lieu qui s'atteigne par la route. Avec "
            f"{opened} de plus, le trajet le plus long serait de {after}."
        )
    else:
        said = f"Avec {opened} de plus, le trajet le plus long passerait de {before} à {after}."
    if kind != TOUS and proposal.opened < question.count:
        said += f" Au-delà de {opened}, rien de plus ne serait gagné."
    return said


_NOTHING = {
    MANQUE: "Aucune commune n'est sous la référence, ou aucune demi-journée n'y changerait rien.",
    TEMPS: "Aucun lieu de plus ne raccourcirait le trajet moyen.",
    COUVERTURE: "Aucun lieu de plus ne mettrait d'autres habitants à {r} min au plus.",
    TOUS: "Chaque commune qui peut avoir un lieu à {r} min au plus en a déjà un.",
    PLUS_LOIN: "Aucun lieu de plus ne raccourcirait le trajet le plus long.",
}


def certainty(proposal: Proposal) -> str:
    """Say whether a plan is proved to be the best."""
    if proposal.is_best:
        return "Tous les choix possibles sont écartés par le calcul : aucun ne fait mieux."
    if proposal.question.kind == TOUS:
        return f"Le temps a manqué : il en faut au moins {number(proposal.bound)}."
    return (
        "Le temps a manqué pour tout écarter : un autre choix apporterait au mieux "
        f"{percent(proposal.gap)} de plus que celui-ci."
    )


def left_out(proposal: Proposal) -> tuple[str, ...]:
    """Say what a plan does not count, and why."""
    said = []
    if proposal.unknown:
        communes = plural(len(proposal.unknown), "commune")
        if proposal.question.kind in (TOUS, PLUS_LOIN):
            said.append(f"{communes} de population inconnue : comptées comme les autres.")
        else:
            said.append(
                f"{communes} de population inconnue ({_named(proposal, proposal.unknown)}) : elles "
                "ne pèsent pas dans le choix, faute de savoir combien ; leurs habitants "
                "partageraient pourtant les heures."
            )
    if proposal.out_of_reach:
        communes = plural(len(proposal.out_of_reach), "commune")
        said.append(
            f"{communes} qu'aucun lieu, actuel ou possible, n'atteint par la route : "
            f"{_named(proposal, proposal.out_of_reach)}."
        )
    return tuple(said)


def _named(proposal: Proposal, codes: tuple[str, ...], most: int = 5) -> str:
    """Name a few communes."""
    names = ", ".join(proposal.names[code] for code in codes[:most])
    return names + (" …" if len(codes) > most else "")
