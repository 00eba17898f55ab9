"""Settling places: the whole way from the rows that sources give to the places that count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd
import shapely

from carto.left_out import LeftOut
from carto.measures.supply import measure_hours
from carto.sites.counting import with_supply
from carto.sites.duplicates import merge_places, merge_records
from carto.sites.freshness import flag_old
from carto.sites.placing import place
from carto.sites.records import with_records
from carto.sites.structures import join_structures
from carto.territories import Territories
from carto.verdict.parameters import Parameters


@dataclass(frozen=True, eq=False)
class Settled:
    """Every row of the sources of places: published, or left out and said to be.

    Attributes
    ----------
    places
        One row per place, point of service or structure, sorted by id: the parsed columns with
        `departement landmass is_in_scope is_demand_known x_m y_m metres_outside lieu_id is_supply
        merged_ids sources hours_per_year hours_source flags` and a point geometry (EPSG:4326).
    left_out
        One entry for each other row, sorted; `into` is always a published row.
    """

    places: gpd.GeoDataFrame
    left_out: tuple[LeftOut, ...]


def settle(
    sites: pd.DataFrame, territories: Territories, parameters: Parameters, reference_date: str
) -> Settled:
    """Settle the places of all sources.

    Parameters
    ----------
    sites
        Meets the `sites` input contract, with or without `flags`; may lie beyond the perimeter.
    territories
        The communes in the data.
    parameters
        Rules of places and of hours.
    reference_date
        ISO date of the newest source of places, beside which records are old.
    """
    if "flags" not in sites:
        sites = sites.assign(flags="")
    rules = parameters.sites
    records = merge_records(with_records(sites))
    placed = place(records.sites, territories, rules)
    merged = merge_places(placed.sites, rules)
    joined = join_structures(with_supply(merged.sites, rules), rules)
    places = measure_hours(flag_old(joined.sites, reference_date, rules), parameters.supply)
    places = places.sort_values("id", ignore_index=True)
    geometry = shapely.points(places["longitude"], places["latitude"])
    left_out = (*records.left_out, *placed.left_out, *merged.left_out, *joined.left_out)
    return Settled(gpd.GeoDataFrame(places, geometry=geometry, crs=4326), _resolved(left_out))


def _resolved(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Lead each merged row to the published one; what was merged into a row left out goes along."""
    by_key = {row.key: row for row in left_out}

    def final(row: LeftOut) -> LeftOut:
        home = row
        while home.into is not None and home.into in by_key:
            home = by_key[home.into]
        if home.into is None:
            return replace(home, source=row.source, key=row.key)
        return replace(row, into=home.into)

    return tuple(sorted(final(row) for row in by_key.values()))
