"""The places of help nearest to a commune, wherever they are: beyond its EPCI, its département.

The published one is always listed. The others come from the published contributions, which hold the
time of every trip within reach; beyond it, from the distance between points. On an island whose
places are fewer, the next ones are across the water: they have a distance and no time.

A place whose position is unknown stands at the point of its commune, and seems nearer than it is:
those that are located come before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from carto.codes import landmass_of
from carto.drawing.travel_words import has_plain_estimate
from carto.verdict.parameters import Travel, crow_fly_minutes
from webapp.places.trips import Trip, is_located
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

Row = Mapping[str, Any]


def nearest_places(snapshot: LoadedSnapshot, commune: Row, count: int) -> list[Trip]:
    """List the places of help nearest to a commune: within reach first, then located first.

    Parameters
    ----------
    snapshot
        Where places and trips are.
    commune
        Row of `communes`.
    count
        How many to list, at most; the published nearest is among them.
    """
    within = _once(_within_reach(snapshot, commune))
    beyond = _once(_beyond_reach(snapshot, commune, count + len(within) + 1))
    found = list((within | {key: beyond[key] for key in beyond if key not in within}).values())
    listed = found[:count]
    nearest = within.get(commune["nearest_site_id"])
    if nearest is not None and nearest not in listed:
        listed[-1] = nearest
    return listed


def _once(trips: Iterable[Trip]) -> dict[str, Trip]:
    """Keep the best known trip to each place, those to located places first."""
    found: dict[str, Trip] = {}
    for trip in trips:
        found.setdefault(trip.site["id"], trip)
    return dict(sorted(found.items(), key=lambda item: not is_located(item[1].site)))


def _within_reach(snapshot: LoadedSnapshot, commune: Row) -> Iterator[Trip]:
    """Give the published trips, the nearest first; a place may come twice."""
    sites, nearest = snapshot.sites, commune["nearest_site_id"]
    if nearest in sites:
        yield Trip(sites[nearest], commune["nearest_site_km"], commune["nearest_site_min"], True)
    known = snapshot.details("contributions", commune["code_insee"])
    for row in sorted(known, key=lambda row: (row["minutes"], row["km"], row["site_id"])):
        yield Trip(sites[row["site_id"]], row["km"], row["minutes"], True)


def _beyond_reach(snapshot: LoadedSnapshot, commune: Row, count: int) -> Iterator[Trip]:
    """Give trips by distance, those by road first; a place may come twice."""
    sites, points = snapshot.sites, snapshot.points("sites")
    landmass = landmass_of(commune["code_insee"])
    for key, km in points.nearest(commune, count, landmass=landmass):
        yield Trip(sites[key], km, _estimated(snapshot.facts, km), True)
    for key, km in points.nearest(commune, 2 * count):
        is_by_road = landmass_of(sites[key]["code_insee"]) == landmass
        yield Trip(sites[key], km, None, is_by_road)


def _estimated(facts: Mapping[str, Any], km: float) -> float | None:
    """Estimate a time from a distance, as the snapshot does; None when it has better times."""
    if not has_plain_estimate(facts):
        return None
    return crow_fly_minutes(Travel(**facts["method"]["parameters"]["travel"]), km)
