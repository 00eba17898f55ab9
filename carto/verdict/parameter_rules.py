"""The rules that the values of the parameters must follow for the formulas to mean something."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from carto.verdict.parameter_bounds import THRESHOLD_BOUNDS
from carto.verdict.parameters import (
    AGGREGATIONS,
    DECAYS,
    METHODS,
    STANDARDS,
    Parameters,
    reach_km,
)

# How much farther than the assumed roads those of a draw may reach in the same time: trips are
# listed no farther (`carto.measures.travel_models.MARGIN`).
FARTHEST_DRAW = 1.3

# Name of a parameter, whether its value holds, what to give instead.
Rule = tuple[str, bool, str]


def rules(parameters: Parameters) -> Iterator[Rule]:
    """List every rule, and whether the values follow it."""
    return chain(_of_places(parameters), _of_verdicts(parameters), _of_statistics(parameters))


def _of_places(parameters: Parameters) -> Iterator[Rule]:
    """Rules of what is reached: travel first, on which the others rest, then places and hours."""
    catchment, travel, supply = parameters.catchment, parameters.travel, parameters.supply
    sites, demand = parameters.sites, parameters.demand
    yield "travel.t0_min", travel.t0_min >= 0, "une durée positive"
    yield "travel.detour", travel.detour >= 1, "au moins 1"
    yield "travel.speed_kmh", travel.speed_kmh > 0, "une vitesse positive"
    yield "travel.intra_factor", travel.intra_factor >= 0, "un facteur positif"
    yield "catchment.breaks_min", _rise((0.0, *catchment.breaks_min)), "des durées croissantes"
    yield "catchment.weights", _within(catchment.weights, 0, 1), "des poids de 0 à 1"
    yield (
        "catchment.breaks_min",
        catchment.breaks_min[-1] > travel.t0_min,
        "une dernière durée supérieure à travel.t0_min",
    )
    yield (
        "catchment.buffer_km",
        catchment.buffer_km >= 2 * reach_km(travel, catchment),
        "au moins deux fois la distance qu'atteint la dernière durée",
    )
    yield _one_of("catchment.decay", catchment.decay, DECAYS)
    yield _one_of("catchment.method", catchment.method, METHODS)
    yield "catchment.gaussian_min", catchment.gaussian_min > 0, "une durée positive"
    yield _one_of("demand.standard", demand.standard, STANDARDS)
    yield "demand.by_age", _within(demand.by_age, 0, 100), "des taux de 0 à 100"
    for name in (
        "max_h_week",
        "impute_france_services_h_week",
        "impute_point_de_service_h_week",
        "impute_other_h_week",
    ):
        yield f"supply.{name}", 0 < getattr(supply, name) <= 168, "de 1 à 168 heures"
    yield "supply.fte_hours", 0 < supply.fte_hours <= 8760, "de 1 à 8760 heures"
    yield "supply.phi_face", 0 < supply.phi_face <= 1, "une part de 0 à 1"
    yield "sites.near_m", 0 < sites.near_m <= sites.same_pivot_m, "de 0 à sites.same_pivot_m"
    yield "sites.same_pivot_m", sites.same_pivot_m <= 1000, "au plus 1000 mètres"
    yield "sites.name_similarity", 0 < sites.name_similarity <= 1, "de 0 à 1"
    yield "sites.structure_similarity", 0 < sites.structure_similarity <= 1, "de 0 à 1"
    yield "sites.outside_m", sites.outside_m > 0, "une distance positive"
    yield "sites.around_km", sites.around_km > 0, "une distance positive"
    yield "sites.old_days", 0 < sites.old_days <= sites.stale_days, "de 1 à sites.stale_days"


def _of_verdicts(parameters: Parameters) -> Iterator[Rule]:
    """Rules of thresholds, of the score and of what may be published."""
    alerts, composite, quality = parameters.alerts, parameters.composite, parameters.quality
    shares = (quality.min_pop_informed, quality.max_imputed, quality.some_imputed)
    yield "alerts.time_min", alerts.time_min > 0, "une durée positive"
    yield "alerts.apl_ratio", alerts.apl_ratio > 0, "une part positive"
    yield "alerts.apl_ref", alerts.apl_ref > 0, "une valeur positive"
    for name in ("need", "fibre_pct", "copper_class"):
        scale = THRESHOLD_BOUNDS[f"alerts.{name}"]
        holds = scale.hold(getattr(alerts, name))
        yield f"alerts.{name}", holds, f"de {scale.least} à {scale.most}"
    deciles = parameters.need.revenu_deciles
    yield "need.revenu_deciles", _rise(deciles), "des seuils croissants"
    yield (
        "composite.weights",
        min(composite.weights) >= 0 < sum(composite.weights),
        "des poids positifs, non tous nuls",
    )
    yield "composite.time", _rise(composite.time), "des durées croissantes"
    yield "composite.fibre_floor", 0 <= composite.fibre_floor < 1, "de 0 à moins de 1"
    yield _one_of("composite.aggregation", composite.aggregation, AGGREGATIONS)
    yield "quality", _within(shares, 0, 1), "des parts de 0 à 1"
    yield "quality.rate_doubtful", quality.rate_doubtful >= 1, "au moins 1"
    yield "quality.min_pop_density", quality.min_pop_density >= 0, "un nombre d'habitants"


def _of_statistics(parameters: Parameters) -> Iterator[Rule]:
    """Rules of projections, of robustness and of comparisons."""
    projection, copper = parameters.projection, parameters.copper
    tried, clusters = parameters.robustness, parameters.clusters
    yield "projection.window_q", projection.window_q >= 1, "au moins 1 trimestre"
    yield (
        "projection.min_quarters",
        projection.min_quarters > projection.window_q,
        "plus que projection.window_q",
    )
    yield "projection.targets", _rise((0.0, *projection.targets, 1.0)), "des parts croissantes"
    yield "projection.max_q", projection.max_q >= 1, "au moins 1 trimestre"
    yield "projection.kappa", projection.kappa >= 0, "une valeur positive ou nulle"
    limits = (projection.max_denominator_change, projection.revision_share)
    yield "projection", _within(limits, 0, 1), "des parts de 0 à 1"
    yield "projection.revision_premises", projection.revision_premises >= 0, "un nombre positif"
    yield (
        "copper.near_months",
        0 < copper.near_months <= copper.soon_months,
        "de 1 à copper.soon_months",
    )
    yield "robustness.weight_draws", 1 <= tried.weight_draws <= 100_000, "de 1 à 100000"
    yield "robustness.input_draws", 1 <= tried.input_draws <= 10_000, "de 1 à 10000"
    yield "robustness.dirichlet", tried.dirichlet > 0, "une valeur positive"
    yield (
        "robustness.robust_p",
        0.5 <= tried.tipping_p <= tried.robust_p <= 1,
        "de robustness.tipping_p (au moins 0.5) à 1",
    )
    yield from _of_drawn_roads(parameters)
    sigmas = (tried.hours_sigma, tried.hours_sigma_imputed, tried.need_sigma)
    yield "robustness", _within(sigmas, 0, 5), "des dispersions de 0 à 5"
    yield "robustness.threshold_change", 0 < tried.threshold_change < 1, "de 0 à moins de 1"
    yield "robustness.seed", tried.seed >= 0, "un entier positif"
    yield "clusters.knn", 1 <= clusters.knn <= 100, "de 1 à 100"
    yield "clusters.permutations", 99 <= clusters.permutations <= 99_999, "de 99 à 99999"
    yield "clusters.alpha", 0 < clusters.alpha < 1, "de 0 à 1"
    yield "twins.count", 1 <= parameters.twins.count <= 20, "de 1 à 20"


def _of_drawn_roads(parameters: Parameters) -> Iterator[Rule]:
    """Rules of the roads that draws try: around the assumed ones, and not far faster."""
    travel, tried = parameters.travel, parameters.robustness
    (least, most), (slowest, fastest) = tried.detour, tried.speed_kmh
    yield (
        "robustness.detour",
        1 <= least < most and least <= travel.detour <= most,
        "deux détours croissants, autour de travel.detour",
    )
    yield (
        "robustness.speed_kmh",
        0 < slowest < fastest and slowest <= travel.speed_kmh <= fastest,
        "deux vitesses croissantes, autour de travel.speed_kmh",
    )
    farther = travel.detour / max(least, 1) * fastest / max(travel.speed_kmh, 1)
    yield (
        "robustness",
        farther <= FARTHEST_DRAW,
        "des routes qui ne mènent pas à plus de 1,3 fois la distance de celles de travel",
    )


def _one_of(name: str, value: str, names: tuple[str, ...]) -> Rule:
    """Make the rule of a parameter that is a choice."""
    return name, value in names, f"l'un de : {', '.join(names)}"


def _rise(values: tuple[float, ...]) -> bool:
    """Whether each value is above the one before."""
    return all(low < high for low, high in pairwise(values))


def _within(values: tuple[float, ...], low: float, high: float) -> bool:
    """Whether every value lies between two bounds, included."""
    return all(low <= value <= high for value in values)
