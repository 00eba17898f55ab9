"""The accessible supply by other declared conventions: how far it depends on how it is computed.

    paliers          steps, in two steps (E2SFCA)
    gaussienne       Gaussian decay
    sans_baisse      no decay up to the last step
    paliers_larges   steps of 12, 20 and 30 minutes
    trois_etapes     3SFCA
    sans_poids       nobody is weighted in the demand

A variant changes the parameters in that alone. Each gives out the hours of the same places, among
the same people, so all of them are hours a week per 1,000 people and their means are alike: the
band from the least to the greatest of them is in the unit of the accessibility. Wide steps also
reach places that the others do not. Places are not tried otherwise here (`doubtful_places`), nor
speeds and hours (`carto.verdict.robustness`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
from numpy.typing import NDArray

from carto.measures.accessibility import Bounds, bound
from carto.measures.catchment import catchment_weights
from carto.measures.reach import Reach
from carto.measures.travel_models import CrowFly, TravelModel
from carto.verdict.parameters import Catchment, Parameters

Floats = NDArray[np.float64]

WIDE_STEPS = Catchment(breaks_min=(12.0, 20.0, 30.0), weights=(1.0, 0.3, 0.1))


@dataclass(frozen=True)
class Variant:
    """What a variant changes: the catchment, and whether people are weighted in the demand."""

    catchment: Callable[[Catchment], Catchment]
    is_weighted: bool = True


VARIANTS: Mapping[str, Variant] = {
    "paliers": Variant(lambda base: replace(base, decay="steps", method="e2sfca")),
    "gaussienne": Variant(lambda base: replace(base, decay="gaussian")),
    "sans_baisse": Variant(lambda base: replace(base, decay="flat")),
    "paliers_larges": Variant(
        lambda base: replace(
            base, decay="steps", breaks_min=WIDE_STEPS.breaks_min, weights=WIDE_STEPS.weights
        )
    ),
    "trois_etapes": Variant(lambda base: replace(base, method="3sfca")),
    "sans_poids": Variant(lambda base: base, is_weighted=False),
}


def measure_variants(
    communes: gpd.GeoDataFrame,
    places: gpd.GeoDataFrame,
    reach: Reach,
    parameters: Parameters,
    model: TravelModel | None = None,
) -> dict[str, Bounds]:
    """Measure the accessibility by every variant.

    Parameters
    ----------
    communes
        The rows that `reach` was measured for, with `population` and `demand`.
    places
        The places that it was measured with.
    reach
        What the communes reach by the parameters.
    parameters
        Travel and catchment that the variants start from.
    model
        Where travel times come from; None for the crow-fly estimate of the parameters.

    Returns
    -------
    dict
        Name of the variant → bounds of the accessibility, in the order of `VARIANTS`.
    """
    model = model or CrowFly(parameters.travel)
    around = places["is_demand_known"].to_numpy(dtype=bool)
    people = {
        is_weighted: communes[name].to_numpy(dtype=float, na_value=np.nan)
        for is_weighted, name in ((True, "demand"), (False, "population"))
    }
    found = {}
    for name, variant in VARIANTS.items():
        catchment = variant.catchment(parameters.catchment)
        trips, floor_km = reach.catchments.trips, reach.catchments.floor_km
        if catchment.breaks_min[-1] > parameters.catchment.breaks_min[-1]:
            trips = model.trips(communes, places, floor_km, catchment)
        weights = catchment_weights(trips, catchment)
        hours = reach.catchments.hours
        found[name] = bound(weights, people[variant.is_weighted], hours, around)
    return found


def band(variants: Mapping[str, Bounds], base: Bounds) -> Bounds:
    """Span the variants and the accessibility itself, with the bounds of each.

    Examples
    --------
    >>> one = Bounds(np.array([1.0]), np.array([2.0]))
    >>> spanned = band({"sans_baisse": Bounds(np.array([0.5]), np.array([0.5]))}, one)
    >>> spanned.low.tolist(), spanned.high.tolist()
    ([0.5], [2.0])
    """
    every = [base, *variants.values()]
    low: Floats = np.min([bounds.low for bounds in every], axis=0)
    high: Floats = np.max([bounds.high for bounds in every], axis=0)
    return Bounds(low, high)
