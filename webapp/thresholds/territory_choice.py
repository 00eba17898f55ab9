"""The territories one can choose from: régions and départements, groups, EPT, intercommunalités."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.codes import REGIONS
from carto.folding import folded
from webapp.links import territory_page

Row = Mapping[str, Any]
Levels = Mapping[str, Mapping[str, Row]]

MOST_LISTED = 120


@dataclass(frozen=True)
class Tool:
    """A page for those who plan: where it is, its name, what it is for."""

    path: str
    label: str
    text: str


TOOLS = (
    Tool("/comparer", "Comparer", "Deux à quatre territoires côte à côte, aux mêmes échelles."),
    Tool("/groupe", "Groupe de communes", "Réunir des communes en un territoire à soi."),
    Tool("/evolutions", "Évolutions", "Ce qui a changé d'une date à l'autre, et pourquoi."),
    Tool("/planifier", "Planifier", "Où ouvrir, ce que coûterait un retrait, quelle tournée."),
    Tool("/scenario", "Scénario", "Ajouter, déplacer ou retirer un lieu, et voir l'effet."),
    Tool("/seuils", "Seuils", "Changer les seuils et voir qui entre ou sort de la liste."),
    Tool("/methode", "Méthode", "Chaque seuil et chaque formule, avec un exemple suivi."),
    Tool("/donnees/qualite", "Données et qualité", "Ce qui manque, ce qui est douteux."),
)


@dataclass(frozen=True)
class Choice:
    """One territory: its page, and how many of its communes are under-served."""

    path: str
    nom: str
    finding: str


@dataclass(frozen=True)
class Region:
    """A région and its départements; without a path it has no page."""

    nom: str
    path: str
    departements: tuple[Choice, ...]


@dataclass(frozen=True)
class Listing:
    """Territories of one type.

    Attributes
    ----------
    total
        How many there are.
    choices
        All of them by name; none when they are too many to be read: they are then searched.
    """

    total: int
    choices: tuple[Choice, ...]


def regions(levels: Levels) -> list[Region]:
    """List the départements by région, both by name."""
    found: dict[str, list[Row]] = {}
    for row in levels["departement"].values():
        found.setdefault(row["region"] or "", []).append(row)
    listed = [
        Region(
            REGIONS.get(code, "Hors région"),
            territory_page("region", code) if code in levels["region"] else "",
            _choices("departement", {row["code_departement"]: row for row in rows}),
        )
        for code, rows in found.items()
    ]
    return sorted(listed, key=lambda region: folded(region.nom))


def listing(type_: str, rows: Mapping[str, Row]) -> Listing:
    """List the territories of a type, if they are few enough to be read."""
    return Listing(len(rows), _choices(type_, rows) if len(rows) <= MOST_LISTED else ())


def _choices(type_: str, rows: Mapping[str, Row]) -> tuple[Choice, ...]:
    """Put territories in words, by name."""
    return tuple(
        Choice(territory_page(type_, code), row["nom"], _finding(row))
        for code, row in sorted(rows.items(), key=lambda pair: folded(pair[1]["nom"]))
    )


def _finding(row: Row) -> str:
    """Count the under-served communes of a territory and the share of people who live there."""
    count = row["communes_underserved"]
    if not count:
        return "aucune"
    people, all_ = row["population_underserved"], row["population"]
    share = people / all_ if people is not None and all_ else None
    return f"{french.plural(count, 'commune')}{french.NBSP}; {french.percent(share)}"
