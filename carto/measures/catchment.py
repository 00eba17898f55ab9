"""Catchments: how much each place in reach counts for each commune, as a sparse table of weights.

    w_ij = decay of the travel time t_ij                     E2SFCA (Luo and Qi 2009)
    w'_ij = w_ij · G_ij,  G_ij = w_ij / Σ_k w_ik             3SFCA (Wan, Zou and Sternberg 2012)

The third step of 3SFCA, taken first, shares each person between the places in reach, by their
pull: a commune with many places asks less of each. Both methods then share hours among people in
the same two steps (`carto.measures.accessibility`), so both conserve hours. With 3SFCA a place
that opens may lower what a commune can reach, since its people then ask less of the others.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags_array

from carto.measures.pull import pull
from carto.measures.travel import Trips
from carto.verdict.parameters import Catchment

Floats = NDArray[np.float64]


def catchment_weights(trips: Trips, catchment: Catchment) -> csr_matrix:
    """Weights of the places within reach of each commune.

    Parameters
    ----------
    trips
        Pairs of a commune and a place with their minutes; those beyond reach weigh nothing.
    catchment
        Steps, decay and method.

    Returns
    -------
    scipy.sparse.csr_matrix of float, shape (communes, places)
        Weights 0 to 1; nothing is stored beyond the last step.
    """
    values = pull(trips.minutes, catchment)
    weights = csr_matrix((values, (trips.origin, trips.place)), shape=trips.shape)
    weights.eliminate_zeros()
    weights.sort_indices()
    return selected(weights) if catchment.method == "3sfca" else weights


def selected(weights: csr_matrix) -> csr_matrix:
    """Weigh each place by the share of the people of a commune that choose it.

    Parameters
    ----------
    weights
        Decay of the travel times, shape (communes, places).

    Returns
    -------
    scipy.sparse.csr_matrix of float, same shape
        w_ij · G_ij; a commune that reaches nothing keeps nothing.

    Examples
    --------
    >>> selected(csr_matrix([[1.0, 0.25], [0.0, 0.0]])).toarray().tolist()
    [[0.8, 0.05], [0.0, 0.0]]
    """
    whole = np.asarray(weights.sum(axis=1)).ravel()
    inverse = np.divide(1.0, whole, out=np.zeros(len(whole)), where=whole > 0)
    return csr_matrix(diags_array(inverse) @ weights.multiply(weights))
