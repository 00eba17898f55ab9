"""Values of an operator in place of the defaults, refused when they make no sense."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from difflib import get_close_matches
from math import isfinite
from typing import Any, cast

from carto.errors import CartoError
from carto.verdict.parameter_rules import rules
from carto.verdict.parameters import Parameters


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
    for name, holds, expected in rules(parameters):
        if not holds:
            raise CartoError(
                f"réglages, [parameters] : la valeur de « {name} » n'est pas utilisable ; "
                f"donnez {expected}."
            )


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
    elif isinstance(default, str) and isinstance(value, str):
        return value
    elif isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value):
        if isinstance(default, float):
            return float(value)
        if isinstance(default, int) and value == int(value):
            return int(value)
    raise CartoError(
        f"réglages, [parameters] : « {name} = {_toml(value)} » n'a pas la forme attendue ; "
        f"donnez une valeur comme {_toml(default)}."
    )


def _toml(value: object) -> str:
    """Write a value as a file of settings does.

    >>> _toml((1.0, 0.3, 0.1)), _toml("auto"), _toml(True)
    ('[1.0, 0.3, 0.1]', '"auto"', 'true')
    """
    return json.dumps(value, ensure_ascii=False, default=str)
