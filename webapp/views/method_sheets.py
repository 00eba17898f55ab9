"""The sheets of the method page: each indicator with its question, formula, sources and limits.

The words are those of `carto/METHODS.md` in plain French; the numbers are those of the snapshot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from carto.drawing.travel_words import is_estimated, travel_words
from carto.drawing.wording import threshold
from carto.typography import typeset
from carto.vocabulary import PLACE_SOURCES
from webapp.views.provenance import Facts, credit, need_explanation, need_wording
from webapp.views.worked_example import Example


@dataclass(frozen=True)
class Sheet:
    """One indicator explained.

    Attributes
    ----------
    id
        Anchor on the page.
    title, question
        What it is, and the question it answers.
    formula
        Lines of the calculation, in words and numbers.
    sources
        Producers and dates.
    limits
        What it does not say.
    example
        The calculation for one commune; None when there is nothing to compute.
    """

    id: str
    title: str
    question: str
    formula: tuple[str, ...]
    sources: str
    limits: tuple[str, ...]
    example: Example | None = None

    def in_type(self) -> Sheet:
        """Put the non-breaking spaces of French in every text."""
        return replace(
            self,
            title=typeset(self.title),
            question=typeset(self.question),
            formula=tuple(map(typeset, self.formula)),
            sources=typeset(self.sources),
            limits=tuple(map(typeset, self.limits)),
            example=self.example and self.example.in_type(),
        )


def sheets(facts: Facts, examples: Mapping[str, Example]) -> list[Sheet]:
    """Write the sheets of a snapshot, with the examples of one commune.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    examples
        Id of a sheet to the example, see `webapp.views.worked_example`.
    """
    written = (_fibre(facts), _time(facts), _supply(facts), _need(facts), _score(facts))
    return [replace(sheet, example=examples.get(sheet.id)).in_type() for sheet in written]


def _fibre(facts: Facts) -> Sheet:
    limit = facts["method"]["parameters"]["alerts"]["fibre_pct"]
    return Sheet(
        "fibre",
        "Couverture par la fibre",
        "Dans quelle part des logements et des locaux peut-on commander la fibre sans délai ?",
        (
            "taux = locaux raccordables ÷ locaux",
            "Pour un territoire : somme des raccordables ÷ somme des locaux, jamais une moyenne "
            "de taux.",
            f"Alerte sous {threshold(limit)} %.",
        ),
        credit(facts, "fibre", "fibre_history"),
        (
            "Un local raccordable n'est ni raccordé, ni abonné.",
            "Le nombre de locaux est une estimation qui s'améliore avec les études des "
            "opérateurs : un taux peut baisser sans que le réseau recule.",
            f"{threshold(limit)} % n'est pas une définition légale de la complétude.",
            "Ne vaut pas éligibilité à l'adresse : voir Ma connexion internet.",
        ),
    )


def _time(facts: Facts) -> Sheet:
    parameters = facts["method"]["parameters"]
    travel, limit = parameters["travel"], parameters["alerts"]["time_min"]
    estimate = (
        f"temps = {threshold(travel['t0_min'])} min + 60 × {threshold(travel['detour'])} × "
        f"distance ÷ {threshold(travel['speed_kmh'])} km/h",
        "distance : à vol d'oiseau, de la mairie au lieu, y compris hors du département ; au "
        "moins la distance moyenne à l'intérieur de la commune.",
    )
    return Sheet(
        "temps",
        "Temps d'accès au lieu le plus proche",
        "Combien de minutes faut-il, en voiture, pour atteindre un lieu d'aide ?",
        (
            *(estimate if is_estimated(facts) else (f"Ici : {travel_words(facts)}.",)),
            f"Alerte au-delà de {threshold(limit)} min.",
        ),
        credit(facts, *PLACE_SOURCES),
        (
            "L'estimation à vol d'oiseau corrigée n'est pas un itinéraire : rias et estuaires la "
            "font paraître trop courte.",
            "Une île sans liaison routière n'atteint que ses propres lieux.",
            "Rien n'est dit de qui n'a pas de voiture.",
        ),
    )


def _supply(facts: Facts) -> Sheet:
    parameters = facts["method"]["parameters"]
    catchment, alerts = parameters["catchment"], parameters["alerts"]
    steps = " ; ".join(
        f"{threshold(weight)} jusqu'à {threshold(limit)} min"
        for limit, weight in zip(catchment["breaks_min"], catchment["weights"], strict=True)
    )
    least = alerts["apl_ratio"] * alerts["apl_ref"]
    return Sheet(
        "acces",
        "Offre accessible",
        "Combien d'heures d'aide par semaine pour 1 000 habitants, une fois partagées avec tous "
        "ceux qui peuvent venir aux mêmes lieux ?",
        (
            "part d'un lieu = ses heures ÷ habitants qui peuvent y venir, selon leur poids",
            "offre d'une commune = somme des parts des lieux accessibles, selon leur poids",
            f"poids : {steps} ; 0 au-delà",
            f"Alerte sous {threshold(alerts['apl_ratio'])} × {threshold(alerts['apl_ref'])} = "
            f"{threshold(least)} h.",
        ),
        credit(facts, *PLACE_SOURCES),
        (
            "Un lieu absent des listes n'est pas compté : un territoire mieux documenté paraît "
            "mieux desservi.",
            "Des heures d'ouverture ne sont pas toutes des heures d'aide au numérique ; quand "
            "elles sont inconnues, elles sont estimées par le type de lieu, et c'est signalé.",
            "La méthode est celle des bassins flottants (E2SFCA), dont la DREES se sert pour "
            "l'accès aux médecins.",
        ),
    )


def _need(facts: Facts) -> Sheet:
    limit = facts["method"]["parameters"]["alerts"]["need"]
    wording = need_wording(facts)
    return Sheet(
        "besoin",
        "Besoin",
        f"À quel point la population rencontre-t-elle les situations où l'aide est souvent "
        f"demandée ? Ici : {wording}.",
        (
            need_explanation(facts) or "Aucune source ne le mesure ici.",
            f"Alerte à partir de {threshold(limit)} sur 10.",
        ),
        wording,
        (
            "C'est un risque moyen, pas une mesure de l'illectronisme.",
            "Une commune n'est pas ses habitants : jeunes et actifs demandent aussi de l'aide.",
        ),
    )


def _score(facts: Facts) -> Sheet:
    composite = facts["method"]["parameters"]["composite"]
    quick, slow = (threshold(minutes) for minutes in composite["time"])
    return Sheet(
        "score",
        "Score",
        "Dans quel ordre regarder les communes d'une même classe ?",
        (
            f"offre : moitié temps (0 à {quick} min, 1 à {slow} min), moitié offre accessible (0 "
            "dès la référence)",
            "besoin : (besoin − 1) ÷ 9",
            f"connectivité : (1 − taux) ÷ {threshold(1 - composite['fibre_floor'])}",
            "score = 100 × moyenne des trois",
        ),
        "les mêmes que les trois familles",
        (
            "Il ne décide d'aucune classe : le verdict ne dépend d'aucun poids.",
            "Un rang sans son intervalle ne veut rien dire.",
        ),
    )
