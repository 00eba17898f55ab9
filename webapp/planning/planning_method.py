"""How a snapshot measured times and reach, read back from its facts: what its plans go by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.drawing.travel_words import is_estimated
from carto.verdict.parameters import Catchment, Robustness, Travel


def travel_of(facts: Mapping[str, Any]) -> Travel:
    """Read the parameters of the estimate of travel times.

    Parameters
    ----------
    facts
        Facts of a snapshot.
    """
    return Travel(**facts["method"]["parameters"]["travel"])


def catchment_of(facts: Mapping[str, Any]) -> Catchment:
    """Read the steps, the decay and the method of the catchment.

    Parameters
    ----------
    facts
        Facts of a snapshot.
    """
    return Catchment(**_published(facts, "catchment"))


def robustness_of(facts: Mapping[str, Any]) -> Robustness:
    """Read the ranges that verdicts are tried in, those of the roads among them.

    Parameters
    ----------
    facts
        Facts of a snapshot.
    """
    return Robustness(**_published(facts, "robustness"))


def _published(facts: Mapping[str, Any], section: str) -> dict[str, Any]:
    """Read a section of the published parameters, its lists as tuples."""
    values: Mapping[str, Any] = facts["method"]["parameters"][section]
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }


def has_listed_times(facts: Mapping[str, Any]) -> bool:
    """Whether trips have times of their own, that no distance gives back.

    >>> has_listed_times({}), has_listed_times({"method": {"travel_model": {"kind": "matrix"}}})
    (False, True)
    """
    return not is_estimated(facts)
