"""Tests of `carto.rollups.far_people`."""

from __future__ import annotations

import numpy as np
import pytest

from carto.rollups.far_people import people_beyond, people_beyond_where_they_live
from tests.carto.rollups.sample import one_territory

NAN = float("nan")
COLUMNS = {
    "population": [100.0, 300.0, 600.0],
    "nearest_site_min": [20.0, 20.01, NAN],
    "sites_count": [1.0, 0.0, 0.0],
    "population_beyond_time_share": [0.5, NAN, NAN],
}


def test_an_island_without_a_place_is_beyond_any_time() -> None:
    assert people_beyond(one_territory(COLUMNS), 20).tolist() == [0.9]


def test_people_are_counted_where_they_live_when_it_is_known() -> None:
    assert people_beyond_where_they_live(one_territory(COLUMNS), 20).tolist() == [0.95]


@pytest.mark.parametrize("share", [people_beyond, people_beyond_where_they_live])
def test_without_a_source_of_places_nothing_is_said(share) -> None:  # type: ignore[no-untyped-def]
    unknown = COLUMNS | {"sites_count": [NAN] * 3}
    assert np.isnan(share(one_territory(unknown), 20)).all()
