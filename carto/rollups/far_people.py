"""People who live far from any place of help, as a share of those of each territory."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carto.rollups.grouped import Grouped

Floats = NDArray[np.float64]


def people_beyond(grouped: Grouped, limit: float) -> Floats:
    """Share of the people whose commune is farther than a limit from its nearest place.

    Parameters
    ----------
    grouped
        Columns `nearest_site_min` and `sites_count`.
    limit
        Minutes.

    Returns
    -------
    numpy.ndarray of float
        NaN without a source of places. An island without a place is beyond any time.
    """
    return _share_if_known(grouped, _is_beyond(grouped, limit))


def people_beyond_where_they_live(grouped: Grouped, limit: float) -> Floats:
    """Share of the people farther than a limit, counted where they live when that is known.

    Parameters
    ----------
    grouped
        As for `people_beyond`, with `population_beyond_time_share`: the share of the people of
        each commune farther than this limit, NaN where all are counted by its time.
    limit
        Minutes.
    """
    by_squares = grouped["population_beyond_time_share"]
    by_commune = _is_beyond(grouped, limit)
    return _share_if_known(grouped, np.where(np.isnan(by_squares), by_commune, by_squares))


def _is_beyond(grouped: Grouped, limit: float) -> NDArray[np.bool_]:
    """Whether each commune has no place within a limit."""
    minutes = grouped["nearest_site_min"]
    return np.asarray(np.isnan(minutes) | (minutes > limit))


def _share_if_known(grouped: Grouped, part: NDArray[np.bool_] | Floats) -> Floats:
    """Share of the people, where places are known."""
    is_unknown = grouped.count_where(np.isnan(grouped["sites_count"])) > 0
    return np.where(is_unknown, np.nan, grouped.share(part))
