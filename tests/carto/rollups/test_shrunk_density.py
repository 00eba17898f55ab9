"""Density of places of EPCI of few people, drawn towards that of their région."""

from __future__ import annotations

import numpy as np

from carto.rollups.grouped import Grouped, Membership
from carto.rollups.shrunk_density import shrunk_density

NAN = float("nan")


def shrunk(sites: list[float], people: list[float], regions: list[str]) -> list[float]:
    """Shrink the densities of EPCI of one commune each."""
    columns = {
        "sites_count": np.array(sites),
        "population": np.array(people),
        "region": np.array(regions, dtype=object),
    }
    alone = [np.array([row]) for row in range(len(sites))]
    return shrunk_density(Grouped(columns, Membership.of(alone), 0.8)).tolist()


def test_the_density_of_a_small_epci_is_drawn_towards_its_region() -> None:
    small, large, other = shrunk([4, 60, 500], [2000, 100_000, 100_000], ["53", "53", "84"])
    assert 64 / 10.2 < small < 20
    assert 6 <= large < 64 / 10.2
    assert other == 50


def test_a_shrunk_density_is_missing_without_places_or_people() -> None:
    found = shrunk([NAN, 3, 3, 1], [2000, 0, NAN, 1000], ["53"] * 4)
    assert np.isnan(found).tolist() == [True, True, True, False]


def test_an_epci_across_a_border_is_of_the_region_of_its_largest_commune() -> None:
    columns = {
        "sites_count": np.array([1.0, 1, 30]),
        "population": np.array([100.0, 3000, 10_000]),
        "region": np.array(["53", "84", "84"], dtype=object),
    }
    members = Membership.of([np.array([0, 1]), np.array([2])])
    across, alone = shrunk_density(Grouped(columns, members, 0.8))
    assert [across, alone] == shrunk([2, 30], [3100, 10_000], ["84", "84"])
    assert across > 20_000 / 3100
