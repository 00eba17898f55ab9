"""The questions that a plan answers, in the words of those who ask them."""

from __future__ import annotations

from dataclasses import dataclass

from carto.planning.siting.question import MANQUE
from carto.planning.siting.question import QUESTIONS as AIMS

# What opens is asked for in several ways, each with a name: its parameter is the name of one.
OPEN, WITHDRAW, TOUR = MANQUE, "retirer", "tournee"


@dataclass(frozen=True)
class Question:
    """A question, and what its answer gives."""

    title: str
    short: str
    lead: str


QUESTIONS = {
    OPEN: Question(
        "Où tenir de nouvelles permanences\u00a0?",
        "Ouvrir",
        "Un nombre de demi-journées par semaine, et les communes où elles apporteraient le plus.",
    ),
    WITHDRAW: Question(
        "Que perdrait-on en retirant des lieux\u00a0?",
        "Retirer",
        "Qui serait plus loin d'un lieu, et de combien de minutes, si des lieux ou des heures "
        "disparaissaient.",
    ),
    TOUR: Question(
        "Quelle tournée de permanences\u00a0?",
        "Tournée",
        "Des heures par semaine, des communes à visiter\u00a0: les jours, l'ordre et les "
        "kilomètres.",
    ),
}


def door_of(question: str) -> str:
    """Name the question of the page that a question of an address belongs to.

    >>> door_of("couverture"), door_of("tournee"), door_of("")
    ('manque', 'tournee', '')
    """
    return OPEN if question in AIMS else question


KINDS = (*AIMS, WITHDRAW, TOUR)
