"""Values of an operator in place of the defaults, refused when they make no sense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from difflib import get_close_matches
from itertools import pairwise
from math import isfinite
from typing import Any, cast

from carto.errors import CartoError
from carto.verdict.parameters import Parameters, reach_km


def with_overrides(overrides: Mapping[str, Any]) -> Parameters:
    """Return the default parameters with an operator's values in place.

    Parameters
    ----------
    overrides
        Dotted names to values, e.g. `{"alerts.fibre_pct": 90}`, or nested tables.

    Raises
    ------
    CartoError
        When a name is unknown, or a value has another type, is not finite or makes no sense.

    Examples
    --------
    >>> with_overrides({"alerts.fibre_pct": 90}).alerts.fibre_pct
    90.0
    """
    parameters = Parameters()
    for name, value in _flatten(overrides).items():
        group_name, _, field_name = name.partition(".")
        group = getattr(parameters, group_name, None)
        known = {f.name for f in fields(group)} if is_dataclass(group) else set()
        if field_name not in known:
            names = _known_names()
            closest = get_close_matches(name, names, n=1)
            raise CartoError(
                f"réglages, [parameters] : le paramètre « {name} » est inconnu ; "
                + (f"écrivez {closest[0]}. " if closest else "")
                + f"Paramètres possibles : {', '.join(names)}."
            )
        default = getattr(group, field_name)
        changed = replace(cast("Any", group), **{field_name: _as_type_of(default, value, name)})
        parameters = replace(parameters, **{group_name: changed})
    _refuse_nonsense(parameters)
    return parameters


def _refuse_nonsense(parameters: Parameters) -> None:
    """Refuse values that no formula can hold, naming the parameter and its rule."""
    catchment, travel, supply = parameters.catchment, parameters.travel, parameters.supply
    sites = parameters.sites
    alerts, composite, quality = parameters.alerts, parameters.composite, parameters.quality
    shares = (quality.min_pop_informed, quality.max_imputed, quality.some_imputed)
    rules = (
        ("catchment.breaks_min", _rise((0.0, *catchment.breaks_min)), "des durées croissantes"),
        ("catchment.weights", _within(catchment.weights, 0, 1), "des poids de 0 à 1"),
        (
            "catchment.breaks_min",
            catchment.breaks_min[-1] > travel.t0_min,
            "une dernière durée supérieure à travel.t0_min",
        ),
        (
            "catchment.buffer_km",
            catchment.buffer_km >= 2 * reach_km(travel, catchment),
            "au moins deux fois la distance qu'atteint la dernière durée",
        ),
        ("travel.t0_min", travel.t0_min >= 0, "une durée positive"),
        ("travel.detour", travel.detour >= 1, "au moins 1"),
        ("travel.speed_kmh", travel.speed_kmh > 0, "une vitesse positive"),
        ("travel.intra_factor", travel.intra_factor >= 0, "un facteur positif"),
        ("supply.max_h_week", 0 < supply.max_h_week <= 168, "de 1 à 168 heures"),
        *(
            (f"supply.{name}", 0 < getattr(supply, name) <= 168, "de 1 à 168 heures")
            for name in (
                "impute_france_services_h_week",
                "impute_point_de_service_h_week",
                "impute_other_h_week",
            )
        ),
        ("sites.near_m", 0 < sites.near_m <= sites.same_pivot_m, "de 0 à sites.same_pivot_m"),
        ("sites.same_pivot_m", sites.same_pivot_m <= 1000, "au plus 1000 mètres"),
        ("sites.name_similarity", 0 < sites.name_similarity <= 1, "de 0 à 1"),
        ("sites.structure_similarity", 0 < sites.structure_similarity <= 1, "de 0 à 1"),
        ("sites.outside_m", sites.outside_m > 0, "une distance positive"),
        ("sites.around_km", sites.around_km > 0, "une distance positive"),
        ("sites.old_days", 0 < sites.old_days <= sites.stale_days, "de 1 à sites.stale_days"),
        ("alerts.time_min", alerts.time_min > 0, "une durée positive"),
        ("alerts.apl_ratio", alerts.apl_ratio > 0, "une part positive"),
        ("alerts.apl_ref", alerts.apl_ref > 0, "une valeur positive"),
        ("alerts.need", _within((alerts.need,), 1, 10), "de 1 à 10"),
        ("alerts.fibre_pct", _within((alerts.fibre_pct,), 0, 100), "de 0 à 100"),
        ("need.revenu_deciles", _rise(parameters.need.revenu_deciles), "des seuils croissants"),
        ("composite.weights", min(composite.weights) >= 0 < sum(composite.weights), "positifs"),
        ("composite.time", _rise(composite.time), "des durées croissantes"),
        ("composite.fibre_floor", 0 <= composite.fibre_floor < 1, "de 0 à moins de 1"),
        ("quality", _within(shares, 0, 1), "des parts de 0 à 1"),
        ("quality.rate_doubtful", quality.rate_doubtful >= 1, "au moins 1"),
    )
    for name, holds, expected in rules:
        if not holds:
            raise CartoError(
                f"réglages, [parameters] : la valeur de « {name} » n'est pas utilisable ; "
                f"donnez {expected}."
            )


def _rise(values: tuple[float, ...]) -> bool:
    """Whether each value is above the one before."""
    return all(low < high for low, high in pairwise(values))


def _within(values: tuple[float, ...], low: float, high: float) -> bool:
    """Whether every value lies between two bounds, included."""
    return all(low <= value <= high for value in values)


def _flatten(overrides: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Turn nested tables into dotted names."""
    flat: dict[str, Any] = {}
    for name, value in overrides.items():
        if isinstance(value, Mapping):
            flat.update(_flatten(value, f"{prefix}{name}."))
        else:
            flat[prefix + name] = value
    return flat


def _known_names() -> list[str]:
    """Dotted names of every parameter that may be overridden."""
    return [
        f"{group}.{name}"
        for group, values in Parameters().as_dict().items()
        if isinstance(values, dict)
        for name in values
    ]


def _as_type_of(default: Any, value: Any, name: str) -> Any:
    """Return `value` as the type of `default`, refusing anything else."""
    if isinstance(default, tuple):
        if isinstance(value, (list, tuple)) and len(value) == len(default):
            return tuple(_as_type_of(d, v, name) for d, v in zip(default, value, strict=True))
    elif isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
        if isinstance(default, float):
            return float(value)
        if isinstance(default, int) and value == int(value):
            return int(value)
    raise CartoError(
        f"réglages, [parameters] : « {name} = {value!r} » n'a pas la forme attendue ; "
        f"donnez une valeur comme {default!r}."
    )
