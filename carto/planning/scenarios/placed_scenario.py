"""A scenario on the ground: which places are open, for how long, and where new ones are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from carto.codes import departement_of, landmass_of
from carto.legal_projection import to_metres
from carto.measures.hour_rates import WEEKS_PER_YEAR
from carto.planning.grounds.ground import Bools, Floats, Ground, GroundPoints
from carto.planning.scenarios.scenario import Scenario, Where

# By chosen point (longitude, latitude), code of the commune where it lies.
Homes = Mapping[tuple[float, float], str]


@dataclass(frozen=True, eq=False)
class PlacedScenario:
    """The places of a ground after a scenario: the m of today, then the k new points.

    Attributes
    ----------
    is_open
        Whether each of the m places is still where it was, shape (m,).
    hours
        Hours a year of each place and of each new point, shape (m + k,); 0 where it is closed.
    new_points
        Added places, then moved ones, in the order of the scenario, shape (k,).
    """

    is_open: Bools
    hours: Floats
    new_points: GroundPoints


def place_scenario(ground: Ground, scenario: Scenario, homes: Homes) -> PlacedScenario:
    """Put a scenario on the ground.

    Parameters
    ----------
    ground
        Holds every place that the scenario names, and every commune.
    scenario
        What changes; a place that moves may change hours too.
    homes
        Commune of each chosen point of the scenario.

    Raises
    ------
    KeyError
        When the scenario names a place or a commune that the ground does not have.
    """
    position = {id_: at for at, id_ in enumerate(ground.place_ids.tolist())}
    hours = ground.hours.copy()
    for id_, hours_week in scenario.hours:
        hours[position[id_]] = hours_week * WEEKS_PER_YEAR
    moved = [position[id_] for id_, _ in scenario.moves]
    added = [addition.hours_week * WEEKS_PER_YEAR for addition in scenario.additions]
    new_hours = np.concatenate([np.array(added, dtype=float), hours[moved]])
    is_open = np.ones(len(hours), dtype=bool)
    is_open[[position[id_] for id_ in scenario.removals] + moved] = False
    wheres = [addition.where for addition in scenario.additions]
    wheres += [where for _, where in scenario.moves]
    return PlacedScenario(
        is_open,
        np.concatenate([np.where(is_open, hours, 0.0), new_hours]),
        _points(ground, wheres, homes),
    )


def _points(ground: Ground, wheres: Sequence[Where], homes: Homes) -> GroundPoints:
    """Place where things would be."""
    position = {code: at for at, code in enumerate(ground.codes.tolist())}
    found = []
    for where in wheres:
        if where.lon_lat is None:
            at = position[str(where.commune)]
            point = ground.points.take(np.array([at]))
            found.append((point.x[0], point.y[0], point.landmass[0]))
        else:
            home = homes[where.lon_lat]
            x, y = to_metres(*where.lon_lat, departement_of(home))
            found.append((float(x), float(y), landmass_of(home)))
    xs, ys, lands = zip(*found, strict=True) if found else ((), (), ())
    return GroundPoints(np.array(xs, float), np.array(ys, float), np.array(lands, dtype=str))
