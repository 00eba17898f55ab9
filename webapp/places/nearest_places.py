"""The places of help nearest to a commune, wherever they are: beyond its EPCI, its département.

The first is the published one. The others come from the published contributions, which hold the
time of every trip within reach; beyond it, from the distance between points. On an island whose
places are fewer, the next ones are across the water: they have a distance and no time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from carto.codes import landmass_of
from carto.drawing.travel_words import has_plain_estimate
from carto.verdict.parameters import Travel, crow_fly_minutes
from webapp.places.public_help import Trip
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

Row = Mapping[str, Any]


def nearest_places(snapshot: LoadedSnapshot, commune: Row, count: int) -> list[Trip]:
    """List the places of help nearest to a commune, the published nearest first.

    Parameters
    ----------
    snapshot
        Where places and trips are.
    commune
        Row of `communes`.
    count
        How many to list, at most.
    """
    found: dict[str, Trip] = {}
    for trip in _by_closeness(snapshot, commune, count):
        found.setdefault(trip.site["id"], trip)
    return list(islice(found.values(), count))


def _by_closeness(snapshot: LoadedSnapshot, commune: Row, count: int) -> Iterator[Trip]:
    """Give trips from the best known to the least; a place may come several times."""
    sites, nearest = snapshot.sites, commune["nearest_site_id"]
    if nearest in sites:
        yield Trip(sites[nearest], commune["nearest_site_km"], commune["nearest_site_min"], True)
    known = snapshot.details("contributions", commune["code_insee"])
    for row in sorted(known, key=lambda row: (row["minutes"], row["km"], row["site_id"])):
        yield Trip(sites[row["site_id"]], row["km"], row["minutes"], True)
    points, landmass = snapshot.points("sites"), landmass_of(commune["code_insee"])
    for key, km in points.nearest(commune, count + len(known) + 1, landmass=landmass):
        yield Trip(sites[key], km, _estimated(snapshot.facts, km), True)
    for key, km in points.nearest(commune, 2 * count + len(known) + 1):
        is_by_road = landmass_of(sites[key]["code_insee"]) == landmass
        yield Trip(sites[key], km, None, is_by_road)


def _estimated(facts: Mapping[str, Any], km: float) -> float | None:
    """Estimate a time from a distance, as the snapshot does; None when it has better times."""
    if not has_plain_estimate(facts):
        return None
    return crow_fly_minutes(Travel(**facts["method"]["parameters"]["travel"]), km)
