"""Ranks within a département, and how far they depend on the weights of the score.

    w ~ Dirichlet(30 · w₀)      w₀ the declared weights, summing to 1
    rank = 1 + communes of the département with a greater score

The interval of a commune leaves out the lowest and the highest 5 % of its ranks under the drawn
weights, and always holds its rank under the declared ones. Equal scores share the best rank; scores
are compared as published, to two decimals.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto.verdict.composite import SCORE_DECIMALS, aggregate
from carto.verdict.parameters import Composite, Robustness
from carto.verdict.robustness.noise import generator

Floats = NDArray[np.float64]

OUTSIDE_SHARE = 0.05


@dataclass(frozen=True)
class Ranks:
    """Ranks of n communes, 1 calls for most attention; NaN for those that are not ranked.

    Attributes
    ----------
    rank
        Under the declared weights.
    low, median, high
        Ends and middle of the ranks under the drawn weights.
    among
        How many communes of the département are ranked.
    """

    rank: Floats
    low: Floats
    median: Floats
    high: Floats
    among: Floats


def rank_within(
    families: Floats, groups: NDArray[np.str_], composite: Composite, robustness: Robustness
) -> Ranks:
    """Rank communes within their group.

    Parameters
    ----------
    families
        `carto.verdict.composite.score_families`, shape (n, 3); NaN leaves the commune out.
    groups
        Département of each commune; empty leaves the commune out.
    composite, robustness
        Declared weights; draws around them.
    """
    weights = draw_weights(composite, robustness)
    declared = np.asarray(composite.weights, dtype=float)[:, None]
    ranks = np.full((5, len(families)), np.nan)
    is_ranked = ~np.isnan(families).any(axis=1) & (groups != "")
    order = np.flatnonzero(is_ranked)[np.argsort(groups[is_ranked], kind="stable")]
    _, starts = np.unique(groups[order], return_index=True)
    for members in np.split(order, starts[1:]) if len(order) else []:
        rank = _ranks(families[members], declared, composite.aggregation)[:, 0]
        drawn = _ranks(families[members], weights, composite.aggregation)
        low, median, high = _interval(drawn)
        ranks[:, members] = (
            rank,
            np.minimum(low, rank),
            median,
            np.maximum(high, rank),
            np.full(len(members), len(members)),
        )
    return Ranks(*ranks)


def draw_weights(composite: Composite, robustness: Robustness) -> Floats:
    """Draw sets of weights around the declared ones.

    Returns
    -------
    numpy.ndarray of float, shape (3, draws)
        Each set sums to 1; a family of no declared weight keeps none.
    """
    declared = np.asarray(composite.weights, dtype=float)
    weighs = declared > 0
    drawn = np.zeros((len(declared), robustness.weight_draws))
    concentration = robustness.dirichlet * declared[weighs] / declared.sum()
    random = generator(robustness.seed, "weights")
    drawn[weighs] = random.dirichlet(concentration, size=robustness.weight_draws).T
    return drawn


def competition_ranks(scores: Floats) -> NDArray[np.int32]:
    """Rank within each row, the greatest first; equal values share the best rank.

    Examples
    --------
    >>> competition_ranks(np.array([[10.0, 30.0, 30.0, 20.0]])).tolist()
    [[4, 1, 1, 3]]
    """
    falling = np.ascontiguousarray(-scores)
    order = np.argsort(falling, axis=1)
    ordered = np.take_along_axis(falling, order, axis=1)
    firsts = np.zeros(ordered.shape, dtype=np.int32)
    is_new = ordered[:, 1:] != ordered[:, :-1]
    firsts[:, 1:] = np.where(is_new, np.arange(1, ordered.shape[1]), 0)
    np.maximum.accumulate(firsts, axis=1, out=firsts)
    ranks = np.empty_like(firsts)
    np.put_along_axis(ranks, order, firsts + 1, axis=1)
    return ranks


def _ranks(families: Floats, weights: Floats, aggregation: str) -> NDArray[np.int32]:
    """Rank the communes of a group under each set of weights, shape (communes, sets)."""
    scores = aggregate(families, weights, aggregation).round(SCORE_DECIMALS)
    return np.ascontiguousarray(competition_ranks(scores.T).T)


def _interval(drawn: NDArray[np.int32]) -> tuple[Floats, Floats, Floats]:
    """Find the ends and the middle of the ranks of each commune, without the outermost."""
    draws = drawn.shape[1]
    cut = int(OUTSIDE_SHARE * draws)
    places = (cut, (draws - 1) // 2, draws - 1 - cut)
    ordered = np.partition(drawn, sorted(set(places)), axis=1)
    low, median, high = (ordered[:, place].astype(float) for place in places)
    return low, median, high
