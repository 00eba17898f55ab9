"""The parameters of the method in plain French: what each one is, its unit, its value.

The same words name a parameter on the page of the method, in the documents and among the causes of
a change between two releases.
"""

from __future__ import annotations

from collections.abc import Sequence

from carto.drawing.wording import threshold

# Units that agree with their number.
_SINGULAR = {
    **{"points": "point", "jours": "jour", "trimestres": "trimestre"},
    **{"communes": "commune", "locaux": "local", "habitants": "habitant"},
}
# Unit of a share, 0 to 1, that is read per 100.
SHARE = "part"
# A name rather than an amount: it is written as it is set.
SEED = "robustness.seed"

# Dotted name of a parameter: what it is, and its unit.
PARAMETER_LABELS: dict[str, tuple[str, str]] = {
    "alerts.time_min": ("Temps au-delà duquel l'offre est en alerte", "min"),
    "alerts.apl_ref": (
        "Offre accessible de référence (médiane nationale)",
        "h par semaine pour 1 000 habitants",
    ),
    "alerts.apl_ratio": ("Part de la référence sous laquelle l'offre est en alerte", ""),
    "alerts.need": ("Besoin à partir duquel il y a alerte", "sur 10"),
    "alerts.fibre_pct": ("Couverture fibre sous laquelle il y a alerte", "%"),
    "alerts.copper_class": ("Classe de fermeture du cuivre à partir de laquelle il y a alerte", ""),
    "travel.t0_min": ("Temps fixe d'un trajet (départ, stationnement)", "min"),
    "travel.detour": ("Détour : route rapportée au vol d'oiseau", ""),
    "travel.speed_kmh": ("Vitesse moyenne sur la route", "km/h"),
    "travel.intra_factor": ("Part du rayon de la commune ajoutée comme distance interne", ""),
    "catchment.breaks_min": ("Paliers de temps de l'offre accessible", "min"),
    "catchment.weights": ("Poids de chaque palier", ""),
    "catchment.buffer_km": ("Distance au-delà de la frontière où des lieux sont cherchés", "km"),
    "catchment.decay": ("Baisse du poids d'un lieu avec le temps de trajet", ""),
    "catchment.gaussian_min": ("Écart type de la variante gaussienne", "min"),
    "catchment.method": ("Calcul de l'offre accessible", ""),
    "demand.standard": ("Ce qui pèse chaque habitant dans la demande", ""),
    "demand.by_age": (
        "Personnes sans usage du numérique à 15-24, 25-39, 40-59 (hypothèse), 60-74 et 75 ans ou "
        "plus",
        "pour 100",
    ),
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
    "supply.fte_hours": ("Heures de travail d'un équivalent temps plein", "h par an"),
    "supply.phi_face": ("Part du temps de travail passée face au public", "part"),
    "need.revenu_deciles": ("Déciles nationaux du niveau de vie qui donnent le besoin", "€ par an"),
    "composite.weights": ("Poids des trois familles dans le score", ""),
    "composite.time": ("Temps où le score d'accès va de 0 à 1", "min"),
    "composite.fibre_floor": ("Couverture fibre où le score de connectivité atteint 1", "part"),
    "composite.aggregation": ("Moyenne des trois familles", ""),
    "projection.window_q": ("Trimestres dont le rythme est mesuré", "trimestres"),
    "projection.min_quarters": ("Trimestres comparables nécessaires", "trimestres"),
    "projection.targets": ("Couvertures dont la date est estimée", "part"),
    "projection.max_q": ("Horizon au-delà duquel aucune date n'est dite", "trimestres"),
    "projection.kappa": ("Poids du groupe dans le rythme d'une commune", "locaux × trimestres"),
    "projection.max_denominator_change": (
        "Variation du nombre de locaux au-delà de laquelle rien n'est estimé",
        "part",
    ),
    "projection.revision_share": ("Baisse qui signale une révision", "part"),
    "projection.revision_premises": ("Baisse qui signale une révision", "locaux"),
    "copper.near_months": ("Fermeture technique proche", "mois"),
    "copper.soon_months": ("Fermeture technique prochaine", "mois"),
    "robustness.weight_draws": ("Tirages de poids", ""),
    "robustness.dirichlet": ("Concentration des tirages autour des poids déclarés", ""),
    "robustness.input_draws": ("Tirages de données", ""),
    "robustness.robust_p": ("Part des tirages à partir de laquelle un verdict est robuste", "part"),
    "robustness.tipping_p": ("Part des tirages sous laquelle un verdict bascule", "part"),
    "robustness.detour": ("Détour tiré entre", ""),
    "robustness.speed_kmh": ("Vitesse tirée entre", "km/h"),
    "robustness.hours_sigma": ("Dispersion des heures déclarées (log-normale)", ""),
    "robustness.hours_sigma_imputed": ("Dispersion des heures estimées (log-normale)", ""),
    "robustness.need_sigma": ("Écart type du besoin", "points"),
    "robustness.threshold_change": ("Variation d'un seuil mis à l'épreuve", "part"),
    "robustness.seed": ("Graine des tirages", ""),
    "clusters.knn": ("Communes voisines comparées", "communes"),
    "clusters.permutations": ("Permutations du test de concentration", ""),
    "clusters.alpha": ("Part de fausses découvertes acceptée", "part"),
    "twins.count": ("Territoires comparables retenus", ""),
    "quality.min_premises": ("Nombre de locaux sous lequel un taux est signalé", "locaux"),
    "quality.min_pop_informed": (
        "Part de population informée sous laquelle une moyenne n'est pas publiée",
        "part",
    ),
    "quality.max_imputed": ("Part d'heures estimées : qualité C au-delà", "part"),
    "quality.some_imputed": ("Part d'heures estimées : qualité B au-delà", "part"),
    "quality.rate_doubtful": ("Taux de fibre au-delà duquel l'excès est anormal", "part"),
    "quality.min_pop_density": (
        "Population sous laquelle une densité de lieux n'est pas publiée",
        "habitants",
    ),
}

# Values of the parameters that are a choice among names.
CHOICE_LABELS = {
    "steps": "par paliers",
    "gaussian": "gaussienne",
    "flat": "aucune",
    "e2sfca": "en deux étapes (E2SFCA)",
    "3sfca": "en trois étapes (3SFCA)",
    "auto": "l'âge s'il est connu, sinon le besoin",
    "age": "l'âge",
    "need": "le besoin",
    "none": "rien : chacun compte pour un",
    "arithmetic": "arithmétique",
    "geometric": "géométrique",
}

# What a method has beside its parameters.
_OTHER_LABELS = {
    "need_variant": "Mesure du besoin",
    "demand_standard": "Ce qui pèse les habitants qui se partagent l'offre",
    "travel_model": "Origine des temps de trajet",
    "version": "Version de la méthode",
}


def parameter_label(name: str) -> str:
    """Name a parameter; one without a label keeps its dotted name.

    >>> parameter_label("alerts.need"), parameter_label("alerts.unheard_of")
    ('Besoin à partir duquel il y a alerte', 'alerts.unheard_of')
    """
    return PARAMETER_LABELS.get(name, (_OTHER_LABELS.get(name, name), ""))[0]


def parameter_value(name: str, value: object) -> str:
    """Write the value of a parameter with its unit: a number, or a list of numbers.

    >>> parameter_value("alerts.time_min", 20.0)
    '20 min'
    >>> parameter_value("catchment.weights", (1.0, 0.3, 0.1))
    '1 / 0,3 / 0,1'
    >>> parameter_value("sites.name_similarity", 0.8), parameter_value("robustness.need_sigma", 0.5)
    ('80 %', '0,5 point')
    """
    unit = PARAMETER_LABELS.get(name, (name, ""))[1]
    if name == SEED:
        return str(value)
    if unit == SHARE:
        return f"{_write(value, 100)} %"
    if isinstance(value, (int, float)) and value < 2:
        unit = _SINGULAR.get(unit, unit)
    return " ".join(filter(None, (_write(value), unit)))


def _write(value: object, scale: float = 1) -> str:
    """Write a number times `scale`, or each one of a list."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return " / ".join(_write(item, scale) for item in value)
    if isinstance(value, (int, float)):
        return threshold(scale * float(value))
    return CHOICE_LABELS.get(str(value), str(value))
