"""Where figures come from, in words: producer, millésime and date of each source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.wording import threshold
from carto.need_variants import VARIANTS, need_millesime, need_name
from carto.typography import typeset

Facts = Mapping[str, Any]

TRAVEL_MODEL = "estimation à vol d'oiseau corrigée"
NO_SOURCE = "source absente"
NOT_ELIGIBILITY = "estimation, ne vaut pas éligibilité à l'adresse"

# What a source brings, by its id: the name of a layer on the page.
LAYERS = {
    "contours": "Contours des communes",
    "mairies": "Position des mairies",
    "population": "Population",
    "epci": "Composition des EPCI",
    "fibre": "Fibre",
    "france_services": "Lieux France Services",
    "lieux": "Lieux de médiation",
    "filosofi": "Niveau de vie et pauvreté",
    "filosofi_epci": "Pauvreté des EPCI",
    "conseillers_numeriques": "Conseillers numériques",
    "aidants_connect": "Aidants Connect",
    "fragilite": "Indice de fragilité numérique",
    "fibre_history": "Historique de la fibre",
    "cuivre": "Fermeture du cuivre",
    "cog": "Code officiel géographique",
    "mouvements": "Mouvements de communes",
    "frr": "Zonage France Ruralités Revitalisation",
    "activite": "Activité des lieux",
    "ept": "Établissements publics territoriaux",
    "structure_population": "Structure de la population",
    "diplomes": "Diplômes",
    "communes_relais": "Communes relais",
    "enquete": "Enquête locale",
}


@dataclass(frozen=True)
class Layer:
    """A source as a map names it."""

    id: str
    layer: str
    producer: str
    date: str


def layers(facts: Facts) -> list[Layer]:
    """List the sources of a snapshot, in the order of the build, with their dates in French."""
    return [
        Layer(
            source["id"],
            LAYERS.get(source["id"], source["title"]),
            source["producer"],
            _date(source),
        )
        for source in facts["sources"]
    ]


def out_of_date(facts: Facts) -> dict[str, str]:
    """Say, by source id, which sources could not be brought up to date, since when and why.

    The age is counted to the day of the build, since the page of a snapshot does not change.
    """
    names = {source["id"]: LAYERS.get(source["id"], source["title"]) for source in facts["sources"]}
    return {
        late["source"]: typeset(
            f"La source « {names.get(late['source'], late['source'])} » n'a pas pu être mise à "
            f"jour depuis le {french.date(late['since'])} ({_age(late['age_days'])}) : "
            f"{late['reason']}."
        )
        for late in facts.get("degraded", [])
    }


def _age(days: int) -> str:
    """Count days back from the snapshot."""
    if days == 0:
        return "le jour de cet instantané"
    return f"{french.plural(days, 'jour')} avant cet instantané"


def source_titles(facts: Facts) -> dict[str, str]:
    """Give the short French names of the sources of a snapshot, by id."""
    return {layer.id: layer.layer for layer in layers(facts)}


def credit(facts: Facts, source_id: str) -> str:
    """Name the producer and date of a source, e.g. « ARCEP, 30 juin 2026 », or say it is absent."""
    for layer in layers(facts):
        if layer.id == source_id:
            return f"{layer.producer}, {layer.date}"
    return NO_SOURCE


def need_wording(facts: Facts) -> str:
    """Say how need is measured in this snapshot; the variant is never left unsaid."""
    variant = facts["method"]["need_variant"]
    millesimes = {source["id"]: str(source["millesime"]) for source in facts["sources"]}
    millesime = need_millesime(variant, millesimes)
    return need_name(variant, millesime) if millesime else "besoin non mesuré, faute de source"


def need_explanation(facts: Facts) -> str:
    """Explain what the score of the need is in this snapshot, empty when it is not measured."""
    variant = facts["method"]["need_variant"]
    return VARIANTS[variant].explanation if variant else ""


def time_limit(facts: Facts) -> str:
    """Write the travel time beyond which supply is in alert, a parameter of the snapshot."""
    minutes = facts["method"]["parameters"]["alerts"]["time_min"]
    return f"{threshold(minutes)}{french.NBSP}min"


def _date(source: Mapping[str, Any]) -> str:
    """Date of a source; Filosofi is known by its year of incomes."""
    if source["id"] == "filosofi":
        return str(source["millesime"])
    return french.date(source["date"])
