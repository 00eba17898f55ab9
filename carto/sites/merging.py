"""Rows of one place made one: the best keeps its values, the others fill what it does not say."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.mediation_standard import LISTS

Rows = NDArray[np.intp]

# Columns that only make sense together: all are taken from one row.
_TOGETHER = (
    ("longitude", "latitude"),
    ("adresse", "code_postal"),
    ("horaires_source", "horaires", "hours_per_year_declared"),
)
# Columns that hold several values, all of which stay true together: those of all rows are kept.
_JOINED = (
    *(name for name in LISTS if name not in ("itinerance", "frais_a_charge")),
    *("autres_formations_labels", "courriels", "site_web", "merged_ids", "sources"),
)
# Columns that say how a row came here, and nothing of the place.
_NOT_CONTENTS = ("record_keys", "is_own", "curator", "merged_ids", "sources")


def by_preference(sites: pd.DataFrame) -> pd.DataFrame:
    """Sort rows so that of two that are one place, the first is the one to keep.

    First come rows of a publisher's own list, then those with a position, then the most recent,
    then those that say most; the identifier decides last, so that the order given never matters.
    """
    contents = sites.drop(columns=[name for name in _NOT_CONTENTS if name in sites])
    order = pd.DataFrame(
        {
            "is_own": ~sites["is_own"].astype(bool),
            "is_lost": ~sites["has_point"].astype(bool),
            "date_maj": sites["date_maj"].fillna(""),
            "silence": contents.isna().sum(axis=1),
            "id": sites["id"],
        },
        index=sites.index,
    )
    order = order.sort_values(list(order.columns), ascending=[True, True, False, True, True])
    return sites.loc[order.index].reset_index(drop=True)


def stars(size: int, pairs: Iterable[tuple[int, int]]) -> Rows:
    """Join rows to the best row that each one matches itself: no chain of resemblances.

    Parameters
    ----------
    size
        Number of rows, sorted by preference.
    pairs
        Positions of matching rows, the preferred one first.

    Returns
    -------
    numpy.ndarray
        For each row, the position of the row that stands for it: itself, or one that it matches.

    Examples
    --------
    >>> stars(4, [(0, 1), (1, 2)]).tolist()
    [0, 0, 2, 3]
    """
    into = np.arange(size)
    for best, other in sorted(pairs):
        if into[best] == best and into[other] == other:
            into[other] = best
    return into


def merge(sites: pd.DataFrame, into: Rows) -> pd.DataFrame:
    """Merge rows into those that stand for them.

    Parameters
    ----------
    sites
        Rows sorted by preference, with `merged_ids` and `sources`.
    into
        As `stars` gives it.

    Returns
    -------
    pandas.DataFrame
        The rows that stand, in the same order. What one of them does not say is taken from the
        next that says it (position, address and hours as wholes); lists are united; `date_maj` is
        the most recent; working times (`etp`) of one list add up; `merged_ids` and `sources` name
        the others.
    """
    moved = np.flatnonzero(into != np.arange(len(into)))
    if not len(moved):
        return sites
    touched = np.zeros(len(into), dtype=bool)
    touched[moved] = touched[into[moved]] = True
    members = sites[touched].assign(group=into[touched])
    named = _with_own_id(members)
    groups = members.groupby("group", sort=True)
    joined = groups.first()
    for columns in _TOGETHER:
        said = members.index[members[list(columns)].notna().any(axis=1)].to_series()
        row = said.groupby(members.loc[said, "group"]).first()
        joined.loc[row.index, list(columns)] = members.loc[row, list(columns)].to_numpy()
    for name in _JOINED:
        joined[name] = _united(named if name == "merged_ids" else members[name], members["group"])
    latest = members["date_maj"].fillna("").groupby(members["group"]).max()
    joined["date_maj"] = latest.where(latest != "", None)
    joined["record_keys"] = _united_keys(members)
    joined["etp"] = _staff(members)
    return pd.concat([sites[~touched], joined])[list(sites.columns)].sort_index(ignore_index=True)


def _staff(members: pd.DataFrame) -> pd.Series:
    """Working time of each group: rows of one list add up, of two lists the larger is right."""
    by_list = members["etp"].astype(float).groupby([members["group"], members["source"]])
    return by_list.sum(min_count=1).groupby(level=0).max()


def _with_own_id(members: pd.DataFrame) -> pd.Series:
    """List the identifiers that each row brings: those merged into it, its own unless it stands."""
    own = members["id"].where(members.index != members["group"], "").astype(str)
    merged = members["merged_ids"].fillna("").astype(str)
    return (own + "|" + merged).str.strip("|")


def _united(values: pd.Series, groups: pd.Series) -> pd.Series:
    """Values of each group joined by `|`, each once, sorted; None where there is none."""
    said = values[values.notna() & (values != "")]
    found: dict[int, set[str]] = {}
    for group, value in zip(groups[said.index].tolist(), said.tolist(), strict=True):
        found.setdefault(group, set()).update(value.split("|"))
    joined = {group: "|".join(sorted(texts)) for group, texts in found.items()}
    return pd.Series(joined, index=groups.unique(), dtype=object)


def _united_keys(members: pd.DataFrame) -> pd.Series:
    """Unite the records of each group, sorted."""
    found: dict[int, set[str]] = {int(group): set() for group in members["group"]}
    for group, keys in zip(members["group"], members["record_keys"], strict=True):
        found[group].update(keys)
    return pd.Series({group: tuple(sorted(keys)) for group, keys in found.items()}, dtype=object)
