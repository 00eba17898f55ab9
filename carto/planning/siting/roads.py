"""Three estimates of the roads: slow, as the method says, and fast.

    lentes      δ = 1.45, v = 38 km/h       the ends of the ranges that verdicts are tried in
    moyennes    the parameters of the method
    rapides     δ = 1.20, v = 52 km/h

    t' = t0 + (t − t0) · (δ'/δ) · (v/v')    all other times follow, those of a table of times too

A commune that is chosen on all three does not hang on how times are estimated.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from carto.planning.grounds.ground import Floats, Ground
from carto.verdict.parameters import Robustness, Travel

SLOW, CENTRAL, FAST = "lentes", "moyennes", "rapides"


@dataclass(frozen=True)
class Roads:
    """One estimate of the roads: its name, and the parameters of travel."""

    name: str
    travel: Travel


def roads_of(travel: Travel, ranges: Robustness) -> tuple[Roads, Roads, Roads]:
    """Give the slow, central and fast roads around those of the method.

    >>> [(one.name, one.travel.speed_kmh) for one in roads_of(Travel(), Robustness())]
    [('lentes', 38.0), ('moyennes', 45.0), ('rapides', 52.0)]
    """
    (straight, winding), (slow, fast) = ranges.detour, ranges.speed_kmh
    return (
        Roads(SLOW, replace(travel, detour=winding, speed_kmh=slow)),
        Roads(CENTRAL, travel),
        Roads(FAST, replace(travel, detour=straight, speed_kmh=fast)),
    )


def on_roads(ground: Ground, travel: Travel) -> Ground:
    """Give the same ground with the times of other roads."""
    assumed = ground.travel
    factor = travel.detour / assumed.detour * assumed.speed_kmh / travel.speed_kmh

    def retimed(minutes: Floats) -> Floats:
        # A time of a table may be under t0: no road makes it less than nothing.
        moved = travel.t0_min + (minutes - assumed.t0_min) * factor
        return np.where(np.isfinite(minutes), np.maximum(moved, 0), np.inf)

    return replace(
        ground,
        minutes=retimed(ground.minutes),
        nearest_min=retimed(ground.nearest_min),
        travel=travel,
    )
