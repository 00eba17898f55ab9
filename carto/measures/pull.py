"""The pull of a place by the parameters of the method: how much it counts, for how far it is."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from carto.measures import decay
from carto.verdict.parameters import Catchment

Floats = NDArray[np.float64]


def pull(minutes: ArrayLike, catchment: Catchment) -> Floats:
    """Decay of travel times by the parameters; every decay ends with the last step.

    Examples
    --------
    >>> pull([5, 12, 21], Catchment()).tolist()
    [1.0, 0.3, 0.0]
    >>> pull([5, 12, 21], Catchment(decay="flat")).tolist()
    [1.0, 1.0, 0.0]
    >>> pull([5, 12, 21], Catchment(decay="gaussian")).round(3).tolist()
    [0.882, 0.487, 0.0]
    """
    end = catchment.breaks_min[-1]
    if catchment.decay == "flat":
        return decay.flat(minutes, end)
    if catchment.decay == "gaussian":
        return decay.gaussian(minutes, catchment.gaussian_min, end)
    return decay.step(minutes, catchment.breaks_min, catchment.weights)
