"""The sheets of the method page: each indicator with its question, formula, sources and limits.

The words are those of `carto/METHODS.md` in plain French; the numbers are those of the snapshot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from carto.drawing.travel_words import is_estimated, travel_words
from carto.drawing.wording import threshold
from carto.need_variants import REVENU, VARIANTS
from carto.vocabulary import PLACE_SOURCES
from webapp.method.rollout_sheets import rollout_sheets
from webapp.method.sheet import Example, Sheet
from webapp.method.supply_sheet import supply_sheet
from webapp.method.worked_score import FAMILIES, mean_formula
from webapp.views.provenance import NO_SOURCE, Facts, credit, need_explanation, need_wording


def sheets(facts: Facts, examples: Mapping[str, Example]) -> list[Sheet]:
    """Write the sheets of a snapshot, with the examples of one commune.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    examples
        Id of a sheet to the example, see `webapp.method.worked_example`.
    """
    network = (_fibre(facts), *rollout_sheets(facts))
    written = (*network, _time(facts), supply_sheet(facts), _need(facts), _score(facts))
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
    limit = facts["method"]["parameters"]["alerts"]["time_min"]
    places = credit(facts, *PLACE_SOURCES)
    estimated = is_estimated(facts)
    return Sheet(
        "temps",
        "Temps d'accès au lieu le plus proche",
        "Combien de minutes faut-il, en voiture, pour atteindre un lieu d'aide ?",
        (
            *(_estimate(facts) if estimated else (f"Temps lu dans : {travel_words(facts)}.",)),
            f"Alerte au-delà de {threshold(limit)} min.",
        ),
        places if estimated else f"temps : {_given_times(facts)} ; lieux : {places}",
        (
            "L'estimation à vol d'oiseau corrigée n'est pas un itinéraire : rias et estuaires la "
            "font paraître trop courte."
            if estimated
            else "Une commune ou un lieu que ces temps ne connaissent pas garde l'estimation à vol "
            "d'oiseau corrigée, et c'est signalé.",
            "Une île sans liaison routière n'atteint que ses propres lieux.",
            "Rien n'est dit de qui n'a pas de voiture.",
        ),
    )


def _estimate(facts: Facts) -> tuple[str, str]:
    """Write the formula of the crow-fly estimate, and where distances start from."""
    travel = facts["method"]["parameters"]["travel"]
    has_squares = facts["method"].get("travel_model", {}).get("squares")
    origin = "des carreaux où vivent les habitants" if has_squares else "de la mairie"
    return (
        f"temps = {threshold(travel['t0_min'])} min + 60 × {threshold(travel['detour'])} × "
        f"distance ÷ {threshold(travel['speed_kmh'])} km/h",
        f"distance : à vol d'oiseau, {origin} au lieu, y compris hors du département ; au moins la "
        "distance moyenne à l'intérieur de la commune.",
    )


def _given_times(facts: Facts) -> str:
    """Name the producer of the times and their date."""
    named = credit(facts, "temps_trajet")
    return travel_words(facts) if named == NO_SOURCE else named


def _need(facts: Facts) -> Sheet:
    limit = facts["method"]["parameters"]["alerts"]["need"]
    variant, wording = facts["method"]["need_variant"], need_wording(facts)
    return Sheet(
        "besoin",
        "Besoin",
        f"À quel point la population rencontre-t-elle les situations où l'aide est souvent "
        f"demandée ? Ici : {wording}.",
        (
            *_need_formula(variant),
            need_explanation(facts) or "Aucune source ne le mesure ici.",
            f"Alerte à partir de {threshold(limit)} sur 10.",
        ),
        credit(facts, *VARIANTS[variant].sources) if variant else NO_SOURCE,
        (
            "C'est un risque moyen, pas une mesure de l'illectronisme.",
            "Une commune n'est pas ses habitants : jeunes et actifs demandent aussi de l'aide.",
        ),
    )


def _need_formula(variant: str | None) -> tuple[str, ...]:
    """Write the formula of a variant of the need; none when it is not measured."""
    if variant is None:
        return ()
    if variant == REVENU:
        return (
            "besoin = 10 − nombre de déciles nationaux du niveau de vie que la commune atteint",
        )
    return ("besoin = (note de pauvreté + note d'âge + note de diplôme) ÷ 3",)


def _score(facts: Facts) -> Sheet:
    composite = facts["method"]["parameters"]["composite"]
    mean = mean_formula(composite["weights"], composite["aggregation"], FAMILIES)
    quick, slow = (threshold(minutes) for minutes in composite["time"])
    return Sheet(
        "score",
        "Score",
        "Dans quel ordre regarder les communes d'une même classe ?",
        (
            f"score = 100 × {mean}",
            f"offre : moitié temps (0 à {quick} min, 1 à {slow} min), moitié offre accessible (0 "
            "dès la référence)",
            "besoin : (besoin − 1) ÷ 9",
            f"connectivité : (1 − taux) ÷ {threshold(1 - composite['fibre_floor'])}",
        ),
        "les mêmes que les trois familles",
        (
            "Il ne décide d'aucune classe : le verdict ne dépend d'aucun poids.",
            "Un rang sans son intervalle ne veut rien dire.",
        ),
    )
