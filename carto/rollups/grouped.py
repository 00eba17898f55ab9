"""Communes grouped by territory: the sums, shares and quantiles that every rollup is made of.

    share     ΣP over some communes / ΣP over all of them
    mean      Σ P·x / ΣP over the communes where x is known
    median    lowest x that at least half of the people live at or under

Everything is computed on plain arrays for all territories of a level at once. A commune may belong
to several territories (groups of communes overlap), never twice to one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.weighted_quantiles import weighted_quantiles

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]

SHARE_DECIMALS = 6


@dataclass(frozen=True, eq=False)
class Membership:
    """Which communes make each territory of a level.

    Attributes
    ----------
    territory, commune
        Positions of a territory and of a commune that it holds, one pair each, shape (m,); sorted
        by territory, then commune.
    count
        Number of territories; each has at least one commune.
    """

    territory: Integers
    commune: Integers
    count: int

    @classmethod
    def of(cls, communes: Sequence[Integers]) -> Membership:
        """Gather the communes of each territory, given as their positions.

        >>> held = Membership.of([np.array([2, 0]), np.array([1])])
        >>> held.territory.tolist(), held.commune.tolist(), held.count
        ([0, 0, 1], [0, 2, 1], 2)
        """
        sizes = [len(rows) for rows in communes]
        territory = np.repeat(np.arange(len(communes)), sizes)
        commune = np.concatenate([np.sort(rows) for rows in communes] or [np.empty(0, np.int64)])
        return cls(territory, commune.astype(np.int64), len(communes))


@dataclass(frozen=True, eq=False)
class Grouped:
    """Columns of communes, and the territories that they are to be rolled up to.

    Results have one value per territory, shape (count,), NaN where it cannot be told.

    Attributes
    ----------
    columns
        Columns of communes by name, shape (n,); numbers as floats, NaN where missing;
        `population` is one of them.
    members
        The territories.
    least_informed
        Share of people (0–1) under which an aggregate is not published.
    """

    columns: Mapping[str, NDArray[Any]]
    members: Membership
    least_informed: float

    def __getitem__(self, name: str) -> NDArray[Any]:
        """Values of a column, one per pair of territory and commune, shape (m,)."""
        return self.columns[name][self.members.commune]

    @cached_property
    def people(self) -> Floats:
        """Inhabitants of the commune of each pair; NaN where unknown."""
        return self["population"]

    @cached_property
    def population(self) -> Floats:
        """Inhabitants of each territory; NaN when those of a commune are unknown."""
        return self._add(self.people)

    def count_where(self, where: Bools) -> Integers:
        """Count the communes of each territory among some pairs."""
        return np.bincount(self.members.territory[where], minlength=self.members.count)

    def sum(self, values: Floats) -> Floats:
        """Sum the known values of each territory; 0 where none is."""
        return self._add(np.nan_to_num(values))

    def sum_if_known(self, values: Floats) -> Floats:
        """Sum the known values of each territory; NaN where none is."""
        return np.where(self.count_where(~np.isnan(values)) > 0, self.sum(values), np.nan)

    def share(self, part: Bools | Floats) -> Floats:
        """Share of the people of each territory in some pairs, or in a part (0 to 1) of each.

        Rounded, as published; NaN where nobody, or somebody unknown, is counted.
        """
        with np.errstate(invalid="ignore", divide="ignore"):
            share = self._add(np.multiply(part, np.nan_to_num(self.people))) / self.population
        return np.where(self.population > 0, np.round(share, SHARE_DECIMALS), np.nan)

    def is_enough(self, informed: Floats) -> Bools:
        """Whether what so large a share of the people informs may be published."""
        return informed >= self.least_informed

    def mean(self, values: Floats) -> Floats:
        """Mean of the known values of each territory, weighted by people."""
        weights = np.where(np.isnan(values), 0.0, np.nan_to_num(self.people))
        with np.errstate(invalid="ignore", divide="ignore"):
            return self.sum(values * weights) / self._add(weights)

    def median(self, values: Floats) -> Floats:
        """Lowest value that at least half of the informed people live at or under."""
        parts = zip(self.segments(values), self.segments(self.people), strict=True)
        medians = [weighted_quantiles(mine, people, [50])[0] for mine, people in parts]
        return np.array(medians, dtype=float)

    def segments(self, values: NDArray[Any]) -> list[NDArray[Any]]:
        """Part values of pairs by territory."""
        bounds = np.searchsorted(self.members.territory, np.arange(1, self.members.count))
        return np.split(values, bounds) if self.members.count else []

    def _add(self, values: Floats) -> Floats:
        """Sum values by territory, whatever they are."""
        return np.bincount(self.members.territory, values, self.members.count).astype(float)
