"""The frozen quantiles that concern a snapshot: those of its groups, measured as it measures."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

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

FRANCE_CODE = "FR"

# Indicators that hang on the variant of the need.
_OF_NEED = ("need", "score")


def reference_rows(
    reference: Reference | None,
    communes: pd.DataFrame,
    lists: Lists,
    need_variant: str | None,
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

    Returns
    -------
    pandas.DataFrame
        Meets the contract `reference_quantiles`, sorted as the reference is.
    """
    rows = [] if reference is None else list(_rows(reference, communes, lists, need_variant))
    return pd.DataFrame(rows, columns=list(REFERENCE_QUANTILES.names))


def _rows(
    reference: Reference, communes: pd.DataFrame, lists: Lists, need_variant: str | None
) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the groups and indicators that are kept."""
    columns = {REGION: "region", DEPARTEMENT: "departement", DENSITE: "densite_classe"}
    present = {level: set(communes[column].dropna()) for level, column in columns.items()}
    present[FRANCE] = {""}
    for group in reference.groups(lists):
        is_like = group.indicator not in _OF_NEED or need_variant == reference.need_variant
        if is_like and group.code in present[group.level]:
            yield _row(group, reference.vintage)


def _row(group: GroupQuantiles, vintage: str) -> tuple[object, ...]:
    """Make the row of a group."""
    quantiles = dict(zip(PERCENTS, group.values, strict=True))
    return (
        *(group.level, group.code or FRANCE_CODE, group.indicator, vintage),
        *(group.communes, group.people),
        *(quantiles[percent] for percent in PERCENTS),
    )
