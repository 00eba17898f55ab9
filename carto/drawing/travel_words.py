"""Where the travel times of a snapshot come from, in French words."""

from __future__ import annotations

from collections.abc import Mapping

from carto.french import date

CROW_FLY = "crow_fly"
_ESTIMATE = "estimation à vol d'oiseau corrigée"
_ROUTERS = {"osrm": "OSRM", "valhalla": "Valhalla"}


def is_estimated(facts: Mapping[str, object]) -> bool:
    """Whether times are the estimate from distances; snapshots that do not tell have them so.

    >>> is_estimated({}), is_estimated({"method": {"travel_model": {"kind": "matrix"}}})
    (True, False)
    """
    return _model(facts).get("kind", CROW_FLY) == CROW_FLY


def has_plain_estimate(facts: Mapping[str, object]) -> bool:
    """Whether times are estimated from the point of each commune, and not from its squares.

    >>> has_plain_estimate({}), has_plain_estimate({"method": {"travel_model": {"squares": "x"}}})
    (True, False)
    """
    return is_estimated(facts) and not _model(facts).get("squares")


def travel_words(facts: Mapping[str, object]) -> str:
    """Say where travel times come from, with their date.

    Parameters
    ----------
    facts
        The `carto` object of the snapshot's manifest; without it, times are estimated.
    """
    model = _model(facts)
    kind = model.get("kind", CROW_FLY)
    if kind == "matrix":
        return f"table de temps de trajet, {date(model['date'])}"
    if kind in _ROUTERS:
        return f"itinéraires calculés par {_ROUTERS[kind]}, routes au {date(model['date'])}"
    squares = ", depuis les carreaux où vivent les habitants" if model.get("squares") else ""
    return f"{_ESTIMATE}{squares}"


def _model(facts: Mapping[str, object]) -> Mapping[str, str]:
    """Facts on the travel model; none when the snapshot does not tell."""
    method = facts.get("method")
    model = method.get("travel_model") if isinstance(method, Mapping) else None
    return model if isinstance(model, Mapping) else {}
