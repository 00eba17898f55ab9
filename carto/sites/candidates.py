"""Pairs of rows that may be one place: near each other, or in one commune when one has no point."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from carto.crs import by_zone

Rows = NDArray[np.intp]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]

_NO_PAIR = np.empty((0, 2), dtype=np.intp)


def near_pairs(sites: pd.DataFrame, metres: float) -> Rows:
    """Pairs of rows at most so far from each other, both with a position of their own.

    Parameters
    ----------
    sites
        Columns `x_m`, `y_m` (m), `departement` and `has_point`.
    metres
        Greatest distance, in the legal projection of their département.

    Returns
    -------
    numpy.ndarray
        (n, 2) positions in `sites`, the lower one first.
    """
    found = [_NO_PAIR]
    has_point = sites["has_point"].to_numpy(dtype=bool)
    points = sites[["x_m", "y_m"]].to_numpy(dtype=float)
    for _, here in by_zone(sites["departement"]):
        rows = np.flatnonzero(here & has_point)
        pairs = cKDTree(points[rows]).query_pairs(metres, output_type="ndarray")
        found.append(np.sort(rows[pairs], axis=1))
    return np.concatenate(found)


def pairs_without_point(sites: pd.DataFrame, *columns: str) -> Rows:
    """Pairs of rows of one commune that agree on the columns, one at least without a position.

    Parameters
    ----------
    sites
        Columns `code_insee`, `has_point` and those named.
    columns
        A missing value agrees with nothing.
    """
    keys = ["code_insee", *columns]
    known = sites.loc[sites[keys].notna().all(axis=1), [*keys, "has_point"]]
    known = known.assign(row=known.index)
    pointless = known[~known["has_point"].astype(bool)]
    pairs = pointless.merge(known, on=keys)[["row_x", "row_y"]].to_numpy(dtype=np.intp)
    pairs = np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1)
    return np.unique(pairs, axis=0) if len(pairs) else _NO_PAIR


def comparable(sites: pd.DataFrame, pairs: Rows) -> Bools:
    """Whether the rows of each pair may be one place at all.

    Rows of two natures stay apart, and so do rows that are declared in two communes: one of their
    points is wrong then. A mobile place is published at its base, beside the place that is there:
    only its stops, which are points of service, are compared.
    """
    kind, code = sites["kind"].to_numpy(), sites["declared_code"].to_numpy(dtype=object)
    is_mobile = sites["is_itinerant"].to_numpy(dtype=bool)
    first, second = pairs[:, 0], pairs[:, 1]
    unknown = pd.isna(code)
    same_kind = kind[first] == kind[second]
    same_commune = (code[first] == code[second]) | unknown[first] | unknown[second]
    still = ~is_mobile[first] | (kind[first] == "point_de_service")
    return np.asarray(same_kind & same_commune & still & (is_mobile[first] == is_mobile[second]))


def distances(sites: pd.DataFrame, pairs: Rows) -> Floats:
    """Metres between the rows of each pair; NaN where one has no position of its own."""
    points = sites[["x_m", "y_m"]].to_numpy(dtype=float, copy=True)
    points[~sites["has_point"].to_numpy(dtype=bool)] = np.nan
    gaps = points[pairs[:, 0]] - points[pairs[:, 1]]
    return np.asarray(np.hypot(gaps[:, 0], gaps[:, 1]))


def equal(values: pd.Series, pairs: Rows) -> Bools:
    """Whether the rows of each pair have the same value; a missing one equals nothing."""
    found = values.to_numpy(dtype=object)
    missing = pd.isna(found)
    first, second = pairs[:, 0], pairs[:, 1]
    return np.asarray((found[first] == found[second]) & ~missing[first] & ~missing[second])
