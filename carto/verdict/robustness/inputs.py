"""The inputs of a verdict, the range of each, and their draws.

    δ ~ U(1.2, 1.45)    v ~ U(38, 52) km/h           one pair a draw: roads are alike everywhere
    H_j · exp(σ·z)      σ = 0.2, estimated 0.4       one z per place
    N_i + 0.5·z         kept within 1 to 10          one z per commune
    τ_i ~ U(low, high)  its bracket                  one per commune

Hours are multiplied around their median. Errors of neighbours are drawn apart from each other; the
class of the copper closure and the need weights of the demand stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from carto.measures.accessibility import bound
from carto.measures.catchment import catchment_weights
from carto.measures.reach import Reach
from carto.verdict.evidence import MINUTES_DECIMALS, Evidence
from carto.verdict.parameters import Parameters, Robustness, Travel
from carto.verdict.robustness.noise import generator, normals, uniforms

Floats = NDArray[np.float64]

NEED_RANGE = (1.0, 10.0)


@dataclass(frozen=True)
class Inputs:
    """One set of inputs: roads, hours a year of each place, need and rate of each commune."""

    travel: Travel
    hours: Floats
    need: Floats
    taux: Floats


@dataclass(frozen=True)
class Case:
    """Communes whose verdicts are tried, with what is published of them.

    Attributes
    ----------
    codes
        `code_insee` of each commune, shape (n,).
    reach
        What they reach; None without a source of places.
    evidence
        What the published alerts were decided on.
    taux_bracket
        Lowest and highest rate; both the rate itself where it has no bracket.
    parameters
        The method.
    """

    codes: NDArray[np.str_]
    reach: Reach | None
    evidence: Evidence
    taux_bracket: tuple[Floats, Floats]
    parameters: Parameters

    @property
    def hours(self) -> Floats:
        """Published hours a year of the places."""
        return np.empty(0) if self.reach is None else self.reach.catchments.hours

    @property
    def hours_sigma(self) -> Floats:
        """Dispersion of the hours of each place: wider where they are estimated.

        Hours by working time are: with φ = 0.25, nine draws in ten stay within 0.13 to 0.48, about
        the range that φ may have.
        """
        ranges = self.parameters.robustness
        if self.reach is None:
            return np.empty(0)
        estimated = self.reach.catchments.is_estimated
        return np.where(estimated, ranges.hours_sigma_imputed, ranges.hours_sigma)

    @property
    def published(self) -> Inputs:
        """The inputs as they are published."""
        return Inputs(self.parameters.travel, self.hours, self.evidence.need, self.evidence.taux)


def evidence_under(case: Case, inputs: Inputs) -> Evidence:
    """Measure again what alerts are decided on, rounded as it is published.

    Travel times that come from distances follow the drawn roads, the others are multiplied by
    the same factor. Places with unknown people around them stay so; those that a commune of
    unknown population reaches on the drawn roads join them.
    """
    found = replace(case.evidence, need=inputs.need, taux=inputs.taux)
    if case.reach is None:
        return found
    catchments, assumed, tried = case.reach.catchments, case.parameters.travel, inputs.travel
    floor_km = catchments.floor_km
    factor = tried.detour / assumed.detour * assumed.speed_kmh / tried.speed_kmh
    minutes = case.reach.nearest.minutes_under(floor_km, tried, factor)
    times = catchments.trips.minutes_under(floor_km, tried, factor)
    weights = catchment_weights(replace(catchments.trips, minutes=times), case.parameters.catchment)
    demand = np.where(np.isnan(case.evidence.highest), np.nan, catchments.demand)
    bounds = bound(weights, demand, inputs.hours, catchments.is_demand_known)
    return replace(
        found, minutes=minutes.round(MINUTES_DECIMALS), lowest=bounds.low, highest=bounds.high
    )


def draw_inputs(case: Case) -> Iterator[Inputs]:
    """Draw sets of inputs, each input in its own range.

    Yields
    ------
    Inputs
        `robustness.input_draws` of them; the same ones for the same seed.
    """
    ranges = case.parameters.robustness
    count, seed = ranges.input_draws, ranges.seed
    travels = draw_travels(case.parameters.travel, ranges)
    places = () if case.reach is None else case.reach.catchments.place_ids
    factors = np.exp(normals(places, count, seed, "hours") * case.hours_sigma[:, None])
    need = normals(case.codes, count, seed, "need") * ranges.need_sigma
    taux = uniforms(case.codes, count, seed, "taux")
    lowest, highest = case.taux_bracket
    for draw, travel in enumerate(travels):
        yield Inputs(
            travel,
            case.hours * factors[:, draw],
            np.clip(case.evidence.need + need[:, draw], *NEED_RANGE),
            lowest + (highest - lowest) * taux[:, draw],
        )


def draw_travels(travel: Travel, ranges: Robustness) -> list[Travel]:
    """Draw detours and speeds, one pair for all roads."""
    random = generator(ranges.seed, "travel")
    detours = random.uniform(*ranges.detour, size=ranges.input_draws)
    speeds = random.uniform(*ranges.speed_kmh, size=ranges.input_draws)
    return [
        replace(travel, detour=float(detour), speed_kmh=float(speed))
        for detour, speed in zip(detours, speeds, strict=True)
    ]
