"""The frozen quantiles that concern a snapshot: those of its groups, measured as it measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from carto.codes import FRANCE_CODE
from carto.reference import (
    DENSITE,
    DEPARTEMENT,
    FRANCE,
    PERCENTS,
    REGION,
    GroupQuantiles,
    Lists,
    Reference,
)
from carto.tables.comparisons import REFERENCE_QUANTILES
from carto.verdict.parameters import Parameters

# Indicators that hang on the variant of the need.
_OF_NEED = ("need", "score")
# Groups of parameters that an indicator hangs on.
_PLACES = ("travel", "sites", "supply")
_SHARED = (*_PLACES, "catchment", "demand")
_GROUPS_OF: Mapping[str, tuple[str, ...]] = {
    "need": ("need",),
    "nearest_site_min": _PLACES,
    "accessibility": _SHARED,
    "score": (*_SHARED, "need", "composite"),
}


def reference_rows(
    reference: Reference | None,
    communes: pd.DataFrame,
    lists: Lists,
    need_variant: str | None,
    parameters: Parameters,
) -> pd.DataFrame:
    """List the quantiles that the communes of a snapshot may be read against.

    Parameters
    ----------
    reference
        Frozen values; None gives no row.
    communes
        Published communes: their régions, départements and density classes are kept, and France.
    lists
        Lists of places counted: what hangs on places is kept for the very same lists only.
    need_variant
        Variant of the need of the snapshot: another one than that of the reference leaves out the
        need and the score.
    parameters
        The method of the snapshot: an indicator that hangs on a changed parameter is left out.

    Returns
    -------
    pandas.DataFrame
        Meets the contract `reference_quantiles`, sorted as the reference is.
    """
    rows: list[tuple[object, ...]] = []
    if reference is not None:
        other = _measured_otherwise(reference, lists, parameters)
        other |= set(_OF_NEED) if need_variant != reference.need_variant else set()
        rows = list(_rows(reference, communes, lists, other))
    return pd.DataFrame(rows, columns=list(REFERENCE_QUANTILES.names))


def _measured_otherwise(reference: Reference, lists: Lists, parameters: Parameters) -> set[str]:
    """Name the indicators that parameters changed since they were calibrated."""
    method = Parameters()
    changed = {
        indicator
        for indicator, groups in _GROUPS_OF.items()
        if any(getattr(parameters, group) != getattr(method, group) for group in groups)
    }
    supply = reference.supply(lists)
    if supply is not None and parameters.alerts.apl_ref != supply.apl_ref:
        changed.add("score")
    return changed


def _rows(
    reference: Reference, communes: pd.DataFrame, lists: Lists, left_out: set[str]
) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the groups and indicators that are kept."""
    columns = {REGION: "region", DEPARTEMENT: "departement", DENSITE: "densite_classe"}
    present = {level: set(communes[column].dropna()) for level, column in columns.items()}
    present[FRANCE] = {""}
    for group in reference.groups(lists):
        if group.indicator not in left_out and group.code in present[group.level]:
            yield _row(group, reference.vintage)


def _row(group: GroupQuantiles, vintage: str) -> tuple[object, ...]:
    """Make the row of a group."""
    quantiles = dict(zip(PERCENTS, group.values, strict=True))
    return (
        *(group.level, group.code or FRANCE_CODE, group.indicator, vintage),
        *(group.communes, group.people),
        *(quantiles[percent] for percent in PERCENTS),
    )
