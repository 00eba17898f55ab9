"""Traits: what makes two territories comparable, whatever their situation.

    size       ln P
    density    ln (P / km²)
    rurality   mean class of the density grid of INSEE, weighted by people; without it, share of
               people in communes classed FRR
    age        share of people of 65 or more; without it, mean age score weighted by people

None is an outcome: fibre, places and need are what is compared, not what makes alike. A trait that
is unknown for too many territories is left out for all; nothing is imputed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

# Scales the median absolute deviation to the standard deviation of a normal distribution.
_MAD_SCALE = 1.4826


@dataclass(frozen=True)
class Traits:
    """Standardised traits of n territories.

    Attributes
    ----------
    names
        Traits kept: `population`, `densite`, then one of `densite_classe` and `frr`, one of
        `people_65` and `age_score`.
    values
        Shape (n, number of traits): (x − median) / robust spread; NaN where unknown.
    """

    names: tuple[str, ...]
    values: Floats

    @property
    def is_known(self) -> NDArray[np.bool_]:
        """Whether every trait of a territory is known, shape (n,)."""
        return np.asarray(~np.isnan(self.values).any(axis=1))


def measure_traits(communes: pd.DataFrame, group: Rows, count: int, min_known: float) -> Traits:
    """Measure the traits of territories made of communes, and standardise them on their set.

    Parameters
    ----------
    communes
        With `population`, `superficie_km2`, `densite_classe`, `classement_frr`, `people_65_count`
        and `age_score`.
    group
        Position of the territory of each commune; negative for none. A territory without a
        commune has no traits.
    count
        Number of territories.
    min_known
        Share (0–1) of the territories with communes that must be known for a trait to be kept.
    """
    raw = _Grouped(communes[group >= 0], group[group >= 0], count)
    names, columns = [], []
    for alternatives in (("population",), ("densite",), _RURALITY, _AGE):
        for name in alternatives:
            values = standardise(raw.trait(name))
            if np.isfinite(values).sum() >= max(1.0, min_known * raw.held):
                names.append(name)
                columns.append(values)
                break
    values = np.stack(columns, axis=1) if columns else np.full((count, 0), np.nan)
    return Traits(tuple(names), values)


def standardise(values: Floats) -> Floats:
    """Centre on the median, scale by the median absolute deviation (× 1.4826).

    A trait that most share, such as a zoning, has no such deviation: the standard deviation stands
    for it. One that all share tells nothing apart, and is unknown.

    Examples
    --------
    >>> standardise(np.array([1.0, 2.0, 3.0, 100.0])).round(2).tolist()
    [-1.01, -0.34, 0.34, 65.76]
    """
    known = values[~np.isnan(values)]
    if not len(known):
        return values
    median = float(np.median(known))
    spread = _MAD_SCALE * float(np.median(np.abs(known - median))) or float(known.std())
    return (values - median) / spread if spread > 0 else np.full(len(values), np.nan)


_RURALITY = ("densite_classe", "frr")
_AGE = ("people_65", "age_score")


class _Grouped:
    """Sums of communes by territory; NaN as soon as one of them is unknown."""

    def __init__(self, communes: pd.DataFrame, group: Rows, count: int) -> None:
        self._communes, self._group, self._count = communes, group, count
        self._people = self._floats("population")
        self._population = self._sum(self._people)
        self.held = len(np.unique(group))

    def trait(self, name: str) -> Floats:
        """Measure one trait; NaN where it is unknown, or nobody lives."""
        inhabited = np.where(self._population > 0, self._population, np.nan)
        if name == "population":
            return np.log(inhabited)
        if name == "densite":
            area = self._sum(self._floats("superficie_km2"))
            return np.log(inhabited / np.where(area > 0, area, np.nan))
        if name == "people_65":
            return self._sum(self._floats("people_65_count")) / inhabited
        values = self._is_classed() if name == "frr" else self._floats(name)
        return self._sum(values * self._people) / inhabited

    def _is_classed(self) -> Floats:
        """Whether each commune is classed FRR, in full or in part; NaN where unknown."""
        classes = self._communes["classement_frr"]
        return np.where(classes.isna(), np.nan, (classes != "non_classee").astype(float))

    def _floats(self, column: str) -> Floats:
        """Read a column as numbers, the classes of a closed list included."""
        return np.asarray(pd.to_numeric(self._communes[column]).to_numpy(float, na_value=np.nan))

    def _sum(self, values: Floats) -> Floats:
        """Sum by territory; one without a commune is unknown."""
        sums = np.bincount(self._group, weights=values, minlength=self._count)
        members = np.bincount(self._group, minlength=self._count)
        return np.where(members > 0, sums, np.nan)
