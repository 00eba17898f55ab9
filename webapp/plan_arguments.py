"""The arguments of `carto plan`."""

from __future__ import annotations

import argparse

from carto.planning.siting.question import (
    ALL_PLACES,
    MANQUE,
    QUESTIONS,
    RADIUS_MAX,
    RADIUS_MIN,
    TEMPS,
    USUAL_COUNTS,
    Question,
)
from webapp.argument_values import codes, number, output_path, whole

PLAN_HELP = "propose où tenir des demi-journées, ou ouvrir des lieux"
PLAN_DETAILS = (
    "Le territoire et les trente kilomètres autour sont comptés, les lieux actuels restent "
    "ouverts. La sortie standard dit les communes proposées, ce que chacune apporte et celles qui "
    "la vaudraient. Rien de cela n'est une décision : ce sont des estimations à vol d'oiseau "
    "corrigées."
)
LIMIT_S = 60.0
SHORTEST_S, LONGEST_S = 1.0, 3600.0


def add_plan_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the territory, the question and its numbers, and how the answer is written."""
    parser.add_argument(
        "territory",
        metavar="TERRITOIRE",
        help="departement:29, epci:242900801 ou groupe:29103-29105-29181",
    )
    _add_question(parser)
    _add_places(parser)
    _add_answer(parser)


def _add_question(parser: argparse.ArgumentParser) -> None:
    """Add what is sought, how many, and within what time."""
    usual = Question()
    parser.add_argument(
        "--question",
        choices=tuple(QUESTIONS),
        default=MANQUE,
        metavar="NOM",
        help=f"{', '.join(QUESTIONS)} (défaut : {MANQUE}, le manque d'heures)",
    )
    count = parser.add_mutually_exclusive_group()
    count.add_argument(
        "--demi-journees",
        dest="half_days",
        type=whole,
        metavar="N",
        help=f"demi-journées de 3,5 h par semaine (défaut : {USUAL_COUNTS[MANQUE]}) ; pour "
        f"{MANQUE}",
    )
    count.add_argument(
        "--lieux",
        dest="places",
        type=whole,
        metavar="N",
        help=f"lieux à ouvrir (défaut : {USUAL_COUNTS[TEMPS]}) ; pour temps, couverture, plus-loin",
    )
    parser.add_argument(
        "--rayon",
        type=number,
        default=usual.radius_min,
        metavar="MIN",
        help=f"de {RADIUS_MIN:g} à {RADIUS_MAX:g} minutes (défaut : {usual.radius_min:g}) ; "
        "pour couverture et tous",
    )


def _add_places(parser: argparse.ArgumentParser) -> None:
    """Add where something may open, what is there, and for whom it is sought."""
    parser.add_argument(
        "--candidats",
        type=codes,
        default=(),
        metavar="CODES",
        help="communes possibles, codes séparés par des virgules (défaut : toutes)",
    )
    parser.add_argument(
        "--sans",
        type=codes,
        default=(),
        metavar="IDS",
        help=f"lieux comptés comme absents, ou {ALL_PLACES} (défaut : aucun)",
    )
    parser.add_argument(
        "--perimetre-seul",
        action="store_true",
        help="ne cherche que le bien des habitants du territoire (défaut : aussi ceux d'autour)",
    )


def _add_answer(parser: argparse.ArgumentParser) -> None:
    """Add the time there is, and how the answer is written."""
    parser.add_argument(
        "--limite",
        type=limit,
        default=LIMIT_S,
        metavar="S",
        help=f"secondes au plus (défaut : {LIMIT_S:g}) ; ensuite, le meilleur plan trouvé et son "
        "écart",
    )
    parser.add_argument("--json", action="store_true", help="écrit du JSON, pour un programme")
    parser.add_argument(
        "-o",
        "--output",
        type=output_path,
        metavar="FICHIER",
        help="écrit les communes proposées dans ce fichier (CSV, séparateur « ; »)",
    )


def limit(text: str) -> float:
    """Read the seconds that a plan may take.

    >>> limit("60")
    60.0
    """
    seconds = number(text)
    if not SHORTEST_S <= seconds <= LONGEST_S:
        raise argparse.ArgumentTypeError(
            f"« {text} » : donnez de {SHORTEST_S:g} à {LONGEST_S:g} secondes"
        )
    return seconds
