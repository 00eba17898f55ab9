"""Rollout: premises and connectable premises of n territories over quarters in a row.

Two kinds of quarters make one, never mixed: those of a history, which all have the same count of
premises, and those published at their time, whose count changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.codes import departement_of
from carto.measures.denominators import denominator_of
from carto.quarters import quarter_at, rank_of
from carto.vocabulary import HISTORIQUE

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Rollout:
    """Counts of n territories over q quarters; NaN where unknown.

    Attributes
    ----------
    quarters
        The quarters, each the one after the one before.
    premises, connectable
        L and R, (n, q).
    departement
        Département of each territory, (n,): errors are learnt from the others.
    group
        Territories whose pace is alike, (n,): département and zone.
    denominators
        Definition of the premises in each quarter, (q,); one for all in a history.
    """

    quarters: tuple[str, ...]
    premises: Floats
    connectable: Floats
    departement: NDArray[np.str_]
    group: NDArray[np.str_]
    denominators: NDArray[np.int64]
    left: Floats = field(init=False)
    rate: Floats = field(init=False)
    group_rank: NDArray[np.int64] = field(init=False)
    departement_rank: NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        """Compute the premises left, U = max(L − R, 0), the rate, 1 − U / L, and sorted ranks."""
        left = np.maximum(self.premises - self.connectable, 0.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            rate = np.where(self.premises > 0, 1.0 - left / self.premises, np.nan)
        object.__setattr__(self, "left", left)
        object.__setattr__(self, "rate", rate)
        for name in ("group", "departement"):
            rank = np.unique(getattr(self, name), return_inverse=True)[1]
            object.__setattr__(self, f"{name}_rank", rank)


def rollout_of(fibre: pd.DataFrame, codes: pd.Series, last: str) -> Rollout:
    """Arrange the quarters of some communes up to one.

    Parameters
    ----------
    fibre
        Measured fibre of one series (`carto.measures.fibre`).
    codes
        The communes, in the order of the rows to make.
    last
        Last quarter to take; the first is the earliest of `fibre`.
    """
    taken = fibre[fibre["code_insee"].isin(codes) & (fibre["quarter"] <= last)]
    end = rank_of(last)
    ranks = ranks_of(taken["quarter"]).to_numpy()
    width = end - int(ranks.min(initial=end)) + 1
    row = pd.Index(codes).get_indexer(pd.Index(taken["code_insee"]))
    column = ranks - end + width - 1
    counts = np.full((2, len(codes), width), np.nan)
    for position, name in enumerate(("locaux", "locaux_raccordables")):
        counts[position, row, column] = taken[name].to_numpy(dtype=float, na_value=np.nan)
    quarters = tuple(quarter_at(end - width + 1 + step) for step in range(width))
    zones = np.full(len(codes), "", dtype=object)
    is_last = column == width - 1
    zones[row[is_last]] = taken.loc[is_last, "zone_fibre"].fillna("").to_numpy(dtype=object)
    departements = codes.map(departement_of).to_numpy(dtype=str)
    is_history = (taken["series"] == HISTORIQUE).all()
    return Rollout(
        quarters,
        counts[0],
        counts[1],
        departements,
        np.char.add(np.char.add(departements, " "), zones.astype(str)),
        np.array([0 if is_history else denominator_of(quarter) for quarter in quarters]),
    )


def ranks_of(quarters: pd.Series) -> pd.Series:
    """Rank of each quarter of a column, see `carto.quarters.rank_of`."""
    position, distinct = pd.factorize(quarters)
    ranks = np.array([rank_of(str(quarter)) for quarter in distinct], dtype=np.int64)
    return pd.Series(ranks[position], index=quarters.index)
