"""The accessible supply of France: hours conserved, the reference library, what variants change.

The figures of variants were first measured on France Services alone, people and need of 2026.
"""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from bench.accessibility import compare_with_library, read_country
from carto.crs import LAMBERT_93
from carto.measures.accessibility import published_rates
from carto.measures.catchment import catchment_weights
from carto.measures.crow_fly_time import intra_communal_km
from carto.measures.hour_rates import WEEKS_PER_YEAR
from carto.measures.travel import Points, find_trips
from carto.measures.variants import VARIANTS
from carto.verdict.parameters import Catchment, Parameters
from carto.weighted_quantiles import weighted_quantiles
from tests.demo import Built

pytestmark = pytest.mark.france

# Crow-fly reach of the widest variant.
LIMIT_KM = 17.0


def read(folder: Path, name: str) -> gpd.GeoDataFrame:
    """Read the rows of a table in mainland France."""
    table = gpd.read_parquet(folder / f"{name}.parquet")
    return table[table["departement"].str.len() == 2].reset_index(drop=True)


def points(table: gpd.GeoDataFrame) -> Points:
    """Project the points of the rows."""
    at = gpd.points_from_xy(table["longitude"], table["latitude"], crs=4326).to_crs(LAMBERT_93)
    return Points(at.x, at.y, np.full(len(table), "continent"))


@pytest.fixture(scope="module")
def communes(built_france: Built) -> gpd.GeoDataFrame:
    return read(built_france.snapshot.folder, "communes")


@pytest.fixture(scope="module")
def by_variant(built_france: Built, communes: gpd.GeoDataFrame) -> pd.DataFrame:
    """Measure the accessibility of France Services alone by each variant."""
    sites = read(built_france.snapshot.folder, "sites")
    sites = sites[sites["is_supply"] & sites["sources"].str.contains("france_services")]
    travel = Parameters().travel
    floor_km = intra_communal_km(communes["superficie_km2"].to_numpy(), travel)
    trips = find_trips(points(communes), floor_km, points(sites), travel, LIMIT_KM)
    hours = sites["hours_per_year"].to_numpy(dtype=float)
    people = {True: communes["demand"], False: communes["population"]}
    return pd.DataFrame(
        {
            name: published_rates(
                catchment_weights(trips, variant.catchment(Catchment())),
                people[variant.is_weighted].fillna(0).to_numpy(dtype=float),
                hours,
            )
            for name, variant in VARIANTS.items()
        }
    )


def test_the_hours_given_out_are_those_that_somebody_reaches(built_france: Built) -> None:
    folder = built_france.snapshot.folder
    communes, sites = (gpd.read_parquet(folder / f"{n}.parquet") for n in ("communes", "sites"))
    lost = sites["flags"].str.contains("LIEU_HORS_DE_PORTEE")
    reached = sites.loc[sites["is_supply"] & ~lost, "hours_per_year"].sum()
    given_out = (communes["accessibility_high"] * communes["demand"]).sum() * WEEKS_PER_YEAR / 1000
    assert given_out == pytest.approx(reached, rel=1e-4)  # four decimals are published


def test_the_access_library_finds_the_same(built_france: Built) -> None:
    found = compare_with_library(read_country(built_france.snapshot.folder))
    assert found.pairs > 100_000
    assert found.difference < 1e-9


@pytest.mark.parametrize(
    ("variant", "correlation"),
    [("paliers", 0.986), ("paliers_larges", 0.83), ("sans_baisse", 0.78)],
)
def test_the_order_of_communes_depends_on_decay_more_than_on_weights(
    by_variant: pd.DataFrame, variant: str, correlation: float
) -> None:
    """Rank correlations with the steps where nobody is weighted."""
    found = by_variant[variant].corr(by_variant["sans_poids"], method="spearman")
    assert found == pytest.approx(correlation, abs=0.02)


def test_weights_change_the_alert_of_few_communes(
    by_variant: pd.DataFrame, communes: gpd.GeoDataFrame
) -> None:
    people = communes["population"].fillna(0).to_numpy(dtype=float)
    alerts = [
        by_variant[name] < weighted_quantiles(by_variant[name], people, [50])[0] / 2
        for name in ("paliers", "sans_poids")
    ]
    assert (alerts[0] == alerts[1]).mean() == pytest.approx(0.964, abs=0.01)
