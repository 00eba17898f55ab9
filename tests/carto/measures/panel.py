"""A rollout of known hazard: what every estimate of it should find."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carto.measures.rollout import Rollout

Floats = NDArray[np.float64]


def rollout(
    premises: Floats, connectable: Floats, departement: NDArray[np.str_] | None = None
) -> Rollout:
    """Make a rollout with one count of premises, of one département unless told."""
    rows, columns = connectable.shape
    of = np.full(rows, "29") if departement is None else departement
    return Rollout(
        tuple(f"{2000 + column // 4}-T{column % 4 + 1}" for column in range(columns)),
        np.repeat(premises[:, None], columns, axis=1),
        connectable,
        of,
        of,
        np.zeros(columns, dtype=np.int64),
    )


def simulated(rows: int, columns: int, seed: int = 1, start: float = 0.85) -> Rollout:
    """Complete each premises left with the same chance a quarter, 6 to 14 % by territory."""
    draw = np.random.Generator(np.random.PCG64(seed))
    premises = np.round(np.exp(draw.normal(6.5, 1.0, rows))) + 50.0
    chance = draw.uniform(0.06, 0.14, rows)
    left = draw.binomial(premises.astype(int), 1.0 - start)
    counts = np.empty((rows, columns))
    for column in range(columns):
        counts[:, column] = premises - left
        left = left - draw.binomial(left, chance)
    departements = np.array([f"{row % 20 + 1:02d}" for row in range(rows)])
    return rollout(premises, counts, departements)
