"""PySAL's local Moran on our draws, and what holds ours to it."""

from __future__ import annotations

from unittest import mock

import numpy as np
from esda import crand
from esda.moran import Moran_Local
from libpysal.weights import W
from numpy.typing import NDArray

from carto.statistics.local_moran import LocalMoran


def of_esda(values: NDArray[np.float64], weights: W, drawn: NDArray[np.int64]) -> Moran_Local:
    """Compute PySAL's local Moran, with our draws in place of its own."""
    with mock.patch.object(crand, "vec_permutations", return_value=drawn):
        return Moran_Local(values, weights, permutations=len(drawn), seed=1)


def untied_with_same_p(ours: LocalMoran, reference: Moran_Local) -> int:
    """Hold our p to PySAL's draws, and to its own p without ties, which it counts on one side.

    Returns how many areas have no draw that ties with what is observed.
    """
    above = (reference.sim >= reference.Is - 1e-9).sum(axis=0)
    below = (reference.sim <= reference.Is + 1e-9).sum(axis=0)
    draws = len(reference.sim)
    p = np.minimum(1, 2 * (np.minimum(above, below) + 1) / (draws + 1))
    assert np.abs(ours.p_value - p).max() < 1e-12
    untied = above + below == draws
    assert (np.abs(p - np.minimum(1, 2 * reference.p_sim))[untied] < 1e-12).all()
    return int(untied.sum())
