"""The method page: parameters of the snapshot and definitions of columns, in plain French."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto.drawing.wording import threshold
from carto.flags import MEANINGS
from carto.tables.communes import COMMUNES
from webapp.views.provenance import Facts

# Dotted name of a parameter: what it is, and its unit.
PARAMETER_LABELS: dict[str, tuple[str, str]] = {
    "alerts.time_min": ("Temps au-delà duquel l'offre est en alerte", "min"),
    "alerts.apl_ref": (
        "Offre accessible de référence (médiane nationale des France Services)",
        "h par semaine pour 1 000 habitants",
    ),
    "alerts.apl_ratio": ("Part de la référence sous laquelle l'offre est en alerte", ""),
    "alerts.need": ("Besoin à partir duquel il y a alerte", "sur 10"),
    "alerts.fibre_pct": ("Couverture fibre sous laquelle il y a alerte", "%"),
    "travel.t0_min": ("Temps fixe d'un trajet (départ, stationnement)", "min"),
    "travel.detour": ("Détour : route rapportée au vol d'oiseau", ""),
    "travel.speed_kmh": ("Vitesse moyenne sur la route", "km/h"),
    "travel.intra_factor": ("Part du rayon de la commune ajoutée comme distance interne", ""),
    "catchment.breaks_min": ("Paliers de temps de l'offre accessible", "min"),
    "catchment.weights": ("Poids de chaque palier", ""),
    "catchment.buffer_km": ("Distance au-delà de la frontière où des lieux sont cherchés", "km"),
    "sites.near_m": ("Distance d'une même porte", "m"),
    "sites.name_similarity": ("Ressemblance de deux noms d'un même lieu", "part"),
    "sites.same_pivot_m": ("Distance de deux fiches de même pivot et de même nom", "m"),
    "sites.structure_similarity": ("Ressemblance du nom d'une structure et de son lieu", "part"),
    "sites.outside_m": ("Distance à la commune déclarée, signalée au-delà", "m"),
    "sites.around_km": ("Lieux gardés autour du périmètre", "km"),
    "sites.old_days": ("Fiche ancienne au-delà de", "jours"),
    "sites.stale_days": ("Fiche périmée au-delà de", "jours"),
    "supply.max_h_week": ("Plafond d'heures par semaine d'un lieu", "h"),
    "supply.impute_france_services_h_week": (
        "Heures par semaine d'un lieu France Services sans horaires",
        "h",
    ),
    "supply.impute_point_de_service_h_week": (
        "Heures estimées d'une permanence sans horaires lisibles",
        "h par semaine",
    ),
    "supply.impute_other_h_week": (
        "Heures estimées d'un autre lieu sans horaires lisibles",
        "h par semaine",
    ),
    "need.revenu_deciles": ("Déciles nationaux du niveau de vie qui donnent le besoin", "€ par an"),
    "composite.weights": ("Poids des trois familles dans le score", ""),
    "composite.time": ("Temps où le score d'accès va de 0 à 1", "min"),
    "composite.fibre_floor": ("Couverture fibre où le score de connectivité atteint 1", "part"),
    "quality.min_premises": ("Nombre de locaux sous lequel un taux est signalé", "locaux"),
    "quality.min_pop_informed": (
        "Part de population informée sous laquelle une moyenne n'est pas publiée",
        "part",
    ),
    "quality.max_imputed": ("Part d'heures estimées : qualité C au-delà", "part"),
    "quality.some_imputed": ("Part d'heures estimées : qualité B au-delà", "part"),
    "quality.rate_doubtful": ("Taux de fibre au-delà duquel l'excès est anormal", "part"),
}


@dataclass(frozen=True)
class Parameter:
    """A convention of the method and its value in this snapshot."""

    name: str
    label: str
    value: str


@dataclass(frozen=True)
class Meaning:
    """A code or a column, and what it means."""

    name: str
    label: str
    text: str
    unit: str = ""
    when_missing: str = ""


def parameters(facts: Facts) -> list[Parameter]:
    """List the parameters this snapshot was made with; one without a label keeps its name."""
    found = []
    for group, values in facts["method"]["parameters"].items():
        if not isinstance(values, Mapping):
            continue
        for key, value in values.items():
            name = f"{group}.{key}"
            label, unit = PARAMETER_LABELS.get(name, (name, ""))
            found.append(Parameter(name, label, " ".join(filter(None, (_write(value), unit)))))
    order = list(PARAMETER_LABELS)
    return sorted(
        found, key=lambda p: (order.index(p.name) if p.name in order else len(order), p.name)
    )


def columns() -> list[Meaning]:
    """Define the columns of the published table of communes, from its contract."""
    return [
        Meaning(column.name, column.label, column.description, column.unit, column.null_rule)
        for column in COMMUNES.columns
    ]


def flags() -> list[Meaning]:
    """List the codes of flags and reasons with their meaning."""
    return [Meaning(code, code, text) for code, text in sorted(MEANINGS.items())]


def _write(value: Any) -> str:
    """Write a parameter: a number, or a list of numbers."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " / ".join(_write(item) for item in value)
    return threshold(float(value)) if isinstance(value, (int, float)) else str(value)
