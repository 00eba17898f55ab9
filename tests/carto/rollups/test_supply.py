"""Supply of a territory: places and hours for its people, and who lives far from them."""

from __future__ import annotations

import numpy as np
import pytest

from carto.rollups.supply import roll_up_supply
from carto.verdict.parameters import Parameters
from tests.carto.rollups.sample import one_territory

NAN = float("nan")


def rolled(**changed: list[float]) -> dict[str, float]:
    """Roll up three communes of 2,000 inhabitants in all."""
    columns = {
        "population": [1000.0, 600.0, 400.0],
        "sites_count": [2.0, 0.0, 1.0],
        "lieux_count": [1.0, 0.0, 1.0],
        "points_de_service_count": [3.0, 0.0, 0.0],
        "mediateurs_etp": [0.5, NAN, 0.3],
        "hours_per_week": [40.0, 0.0, 10.0],
        "nearest_site_min": [5.0, 15.0, 31.0],
        "population_beyond_time_share": [NAN, NAN, NAN],
    } | changed
    found = roll_up_supply(one_territory(columns), Parameters())
    return {name: float(value) for name, (value,) in found.items()}


def test_densities_are_ratios_of_sums() -> None:
    found = rolled()
    assert found["sites_per_10000"] == 15
    assert found["hours_per_year_per_1000"] == 50 * 52 / 2
    assert found["hours_per_week"] == 50


def test_three_nouns_have_three_sums() -> None:
    found = rolled()
    names = ("sites_count", "lieux_count", "points_de_service_count", "mediateurs_etp")
    assert [found[name] for name in names] == [3, 2, 3, 0.8]
    assert np.isnan(rolled(mediateurs_etp=[NAN] * 3)["mediateurs_etp"])


def test_a_density_of_few_people_is_noise() -> None:
    found = rolled(population=[1000.0, 600.0, 399.0])
    assert np.isnan([found["sites_per_10000"], found["hours_per_year_per_1000"]]).all()
    assert found["sites_count"] == 3


def test_people_are_beyond_a_time_strictly() -> None:
    found = rolled()
    shares = [found[f"population_beyond_{minutes}_min_share"] for minutes in (10, 15, 20, 30)]
    assert shares == pytest.approx([0.5, 0.2, 0.2, 0.2])
    assert found["population_beyond_time_share"] == shares[2]


def test_people_are_counted_where_they_live_when_that_is_known() -> None:
    found = rolled(population_beyond_time_share=[0.1, NAN, 0.5])
    assert found["population_beyond_time_share"] == pytest.approx((100 + 200) / 2000)
    assert found["population_beyond_20_min_share"] == 0.2


def test_an_island_without_a_place_is_beyond_any_time() -> None:
    assert rolled(nearest_site_min=[5.0, 15.0, NAN])["population_beyond_30_min_share"] == 0.2


def test_without_a_source_of_places_nothing_is_said() -> None:
    unknown = [NAN] * 3
    found = rolled(
        **dict.fromkeys(("sites_count", "lieux_count", "points_de_service_count"), unknown),
        **dict.fromkeys(("mediateurs_etp", "hours_per_week", "nearest_site_min"), unknown),
    )
    assert np.isnan(list(found.values())).all()


def test_a_time_unknown_without_people_counts_nobody() -> None:
    found = rolled(population=[0.0, 0.0, 0.0])
    assert np.isnan(found["population_beyond_10_min_share"])
    assert found["sites_count"] == 3
