"""The places of help nearest to a point of the map, wherever they are: borders stop nobody.

Those that roads lead to come first; on an island that has fewer than are asked for, the next ones
are across the water. Distances are from the point itself, so that they differ from the published
ones, which start at the centre of the commune.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.codes import landmass_of
from carto.drawing.travel_words import has_plain_estimate
from carto.verdict.parameters import Travel, crow_fly_minutes
from webapp.places.trips import Trip, is_doubtful
from webapp.planning.commune_at import commune_at
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

Row = Mapping[str, Any]


def places_near(
    snapshot: LoadedSnapshot, longitude: float, latitude: float, count: int
) -> tuple[Row | None, list[Trip]]:
    """List the places nearest to a point, the nearest first.

    Parameters
    ----------
    snapshot
        Where places are.
    longitude, latitude
        Degrees.
    count
        How many to list, at most.

    Returns
    -------
    tuple
        Row of the commune of the point, None out of the published ones; and the trips. A time is
        None out of them, across the water, where it is doubtful, and where the snapshot has
        better times, which start at communes.
    """
    here = {"longitude": longitude, "latitude": latitude}
    points, sites = snapshot.points("sites"), snapshot.sites
    code = commune_at(snapshot, longitude, latitude)
    if code is None:
        return None, [Trip(sites[key], km, None, False) for key, km in points.nearest(here, count)]
    by_road = points.nearest(here, count, landmass=landmass_of(code))
    trips = [Trip(sites[key], km, _minutes(snapshot, km), True) for key, km in by_road]
    if len(trips) < count:
        listed = {key for key, _ in by_road}
        others = [one for one in points.nearest(here, 2 * count) if one[0] not in listed]
        trips += [Trip(sites[key], km, None, False) for key, km in others]
    return snapshot.communes[code], trips[:count]


def _minutes(snapshot: LoadedSnapshot, km: float) -> float | None:
    """Estimate a time, as the snapshot does; None when it is doubtful, or not estimated so."""
    facts = snapshot.facts
    if not has_plain_estimate(facts):
        return None
    minutes = crow_fly_minutes(Travel(**facts["method"]["parameters"]["travel"]), km)
    return None if is_doubtful(km, minutes, facts) else minutes
