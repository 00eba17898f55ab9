"""Where figures come from, in words: producer, millésime and date of each source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.wording import threshold
from carto.need_variants import VARIANTS, need_millesime, need_name
from carto.quarters import last_day
from carto.typography import typeset

Facts = Mapping[str, Any]

NO_SOURCE = "source absente"
NOT_ELIGIBILITY = "estimation, ne vaut pas éligibilité à l'adresse"

# What a source brings, by its reader: the name of a layer on the page.
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
    "grille_densite": "Grille de densité",
    "activite": "Activité des lieux",
    "ept": "Établissements publics territoriaux",
    "structure_population": "Structure de la population",
    "diplomes": "Diplômes",
    "communes_relais": "Communes relais",
    "enquete": "Enquête locale",
    "bilan_activite": "Bilan annuel d'activité",
    "labels_lieux": "Labels des lieux",
    "ouvertures_prevues": "Ouvertures prévues",
    "temps_trajet": "Temps de trajet",
    "carreaux": "Population par carreau",
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
            layer_of(source),
            source["producer"],
            _date(source),
        )
        for source in facts["sources"]
    ]


def out_of_date(facts: Facts) -> dict[str, str]:
    """Say, by source id, which sources could not be brought up to date, since when and why.

    The age is counted to the day of the build, since the page of a snapshot does not change.
    """
    names = {source["id"]: layer_of(source) for source in facts["sources"]}
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


def credit(facts: Facts, *readers: str) -> str:
    """Name the producers and dates of the sources of some readers, or say that there is none.

    One source is « ARCEP, 30 juin 2026 », several « ARCEP, du 31 mars 2018 au 30 juin 2026 ». A
    producer is named once: « ANCT et partenaires » says « ANCT » too.
    """
    sources = [source for source in facts["sources"] if reader_of(source) in readers]
    if not sources:
        return NO_SOURCE
    names = dict.fromkeys(source["producer"] for source in sources)
    producers = ", ".join(
        name for name in names if not any(other.startswith(f"{name} et ") for other in names)
    )
    sources.sort(key=lambda source: str(source["date"]))
    first, last = _date(sources[0]), _date(sources[-1])
    return f"{producers}, {first if first == last else f'{_from(first)} {_to(last)}'}"


def local_credit(facts: Facts, name: str) -> str:
    """Say that a figure comes from a file of the territory, and at which date.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    name
        Id of the source, or its reader when several files are meant.
    """
    sources = facts["sources"]
    dates = [one["date"] for one in sources if name in (one["id"], reader_of(one))]
    return "fichier du territoire" + (f", état au {french.date(max(dates))}" if dates else "")


def _from(date: str) -> str:
    """Write « du » before a date, « de » before a year alone."""
    return f"de {date}" if date.isdecimal() else f"du {date}"


def _to(date: str) -> str:
    """Write « au » before a date, « à » before a year alone."""
    return f"à {date}" if date.isdecimal() else f"au {date}"


def fibre_credit(facts: Facts, commune: Mapping[str, Any]) -> str:
    """Name the producer of the fibre counts of a commune and their own quarter."""
    producers = [source["producer"] for source in facts["sources"] if reader_of(source) == "fibre"]
    quarter = commune["fibre_quarter"]
    if not producers or quarter is None:
        return credit(facts, "fibre")
    return f"{producers[0]}, {french.date(last_day(quarter))}"


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


def reader_of(source: Mapping[str, Any]) -> str:
    """Reader of a source: several files of one kind share it."""
    return str(source.get("reader", source["id"]))


def layer_of(source: Mapping[str, Any]) -> str:
    """Name the layer that a source brings."""
    return LAYERS.get(reader_of(source), str(source["title"]))


def _date(source: Mapping[str, Any]) -> str:
    """Date of a source; Filosofi is known by its year of incomes."""
    if reader_of(source) == "filosofi":
        return str(source["millesime"])
    return french.date(source["date"])
