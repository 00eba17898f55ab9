"""What is published of the small ground: its own figures, with a need and a network that alert."""

from __future__ import annotations

from typing import Any

import numpy as np

from carto.measures.hour_rates import DECIMALS
from carto.planning.grounds.access import access
from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.published_state import PublishedState, read_published


def published_rows(ground: Ground, **changes: Any) -> list[dict[str, Any] | None]:
    """Write the rows of `communes` that a build would publish; none outside the perimeter."""
    method = ground.catchment.method
    found = access(ground.weights, ground.demand, ground.hours, ground.is_known_around, method)
    low, high = found.low.round(DECIMALS), found.high.round(DECIMALS)
    minutes = ground.nearest_min.round(2)
    rows: list[dict[str, Any] | None] = []
    for at, is_inside in enumerate(ground.is_inside.tolist()):
        row = {
            "population": int(ground.people[at]),
            "nearest_site_min": float(minutes[at]) if np.isfinite(minutes[at]) else None,
            "accessibility_low": float(low[at]),
            "accessibility_high": float(high[at]),
            "sites_count": 1,
            "need": 8.0,
            "taux_couverture_ftth": 0.99,
            "copper_class": None,
            "fermeture_technique": None,
            "population_beyond_time_share": None,
        }
        rows.append(row | changes if is_inside else None)
    return rows


def small_state(ground: Ground, **changes: Any) -> PublishedState:
    """Read those rows."""
    return read_published(published_rows(ground, **changes), ground.is_inside)
