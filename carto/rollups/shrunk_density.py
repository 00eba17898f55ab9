"""The density of places of EPCI, drawn towards that of their région."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carto.rollups.grouped import Grouped
from carto.rollups.supply import places_of
from carto.statistics.shrinkage import shrink_to_groups


def shrunk_density(grouped: Grouped) -> NDArray[np.float64]:
    """Draw the density of places of each EPCI towards that of its région (empirical Bayes).

    Parameters
    ----------
    grouped
        Columns `sites_count` and `region` (empty without one). The région of an EPCI is that of its
        commune of most inhabitants.

    Returns
    -------
    numpy.ndarray of float
        Places per 10,000 inhabitants, also of few people; NaN without a source of places, and
        where nobody, or somebody unknown, is counted.
    """
    places_and_people = zip(
        grouped.segments(grouped["region"]),
        grouped.segments(np.nan_to_num(grouped.people)),
        strict=True,
    )
    regions = [str(region[people.argmax()]) for region, people in places_and_people]
    return np.round(10_000 * shrink_to_groups(places_of(grouped), grouped.population, regions), 2)
