"""The parameters of the method, in one versioned place.

Every value is a convention that an operator may override in `carto.toml` (`[parameters]`); a
snapshot publishes the values it was made with. Reasons are in carto/METHODS.md.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

METHOD_VERSION = "2.0.0"

DECAYS = ("steps", "gaussian", "flat")
METHODS = ("e2sfca", "3sfca")
STANDARDS = ("auto", "age", "need", "none")
AGGREGATIONS = ("arithmetic", "geometric")


@dataclass(frozen=True)
class Catchment:
    """Floating catchment: travel time (minutes) up to which a weight holds, and its variants.

    `decay` is a name of `DECAYS`; `gaussian_min` is the standard deviation of the Gaussian one,
    which ends with the last step like the others. `method` is a name of `METHODS`.
    """

    breaks_min: tuple[float, ...] = (10.0, 15.0, 20.0)
    weights: tuple[float, ...] = (1.0, 0.3, 0.1)
    buffer_km: float = 30.0
    decay: str = "steps"
    gaussian_min: float = 10.0
    method: str = "e2sfca"


@dataclass(frozen=True)
class Demand:
    """Weight of an inhabitant in the demand, relative to the mean inhabitant.

    `standard` is a name of `STANDARDS`: by age where the age structure is known, else by need,
    else nobody is weighted (`auto`), or one of them. `by_age` is the share of people who cannot
    use digital tools, per 100, at 15–24, 25–39, 40–59, 60–74 and 75 years or more (INSEE 2021).
    """

    standard: str = "auto"
    by_age: tuple[float, float, float, float, float] = (2.0, 4.0, 8.0, 24.0, 62.0)


@dataclass(frozen=True)
class Travel:
    """Crow-fly travel time: access time, detour factor, speed, intra-communal share."""

    t0_min: float = 2.0
    detour: float = 1.3
    speed_kmh: float = 45.0
    intra_factor: float = 0.5


def reach_km(travel: Travel, catchment: Catchment) -> float:
    """Crow-fly distance beyond which no place has weight.

    >>> round(reach_km(Travel(), Catchment()), 3)
    10.385
    """
    minutes = max(catchment.breaks_min) - travel.t0_min
    return minutes * travel.speed_kmh / 60 / travel.detour


def crow_fly_minutes(travel: Travel, km: float) -> float:
    """Travel time for a crow-fly distance; `carto.measures.travel` has it for many.

    >>> round(crow_fly_minutes(Travel(), 15.0), 1)
    28.0
    """
    return travel.t0_min + 60 * travel.detour * km / travel.speed_kmh


@dataclass(frozen=True)
class Supply:
    """Service hours: ceiling and imputation a week, by kind of place (national medians).

    A place whose full-time equivalents are known and whose hours are not offers
    `fte_hours` × `phi_face` hours a year for each: hours of work, share of them with the public.
    """

    max_h_week: float = 60.0
    impute_france_services_h_week: float = 29.0
    impute_point_de_service_h_week: float = 29.5
    impute_other_h_week: float = 20.0
    fte_hours: float = 1607.0
    phi_face: float = 0.25


@dataclass(frozen=True)
class Sites:
    """Places: when two rows are one, which positions are doubtful, which records are old.

    Two rows are one place up to `near_m` metres with names of at least `name_similarity` or one
    pivot; up to `same_pivot_m` with both. A structure without a position joins a place of its
    commune from `structure_similarity` on. A point more than `outside_m` out of its commune is
    flagged; a place farther than `around_km` from every published commune is left out.
    """

    near_m: float = 50.0
    name_similarity: float = 0.8
    same_pivot_m: float = 500.0
    structure_similarity: float = 0.9
    outside_m: float = 1000.0
    around_km: float = 120.0
    old_days: int = 365
    stale_days: int = 730


@dataclass(frozen=True)
class Alerts:
    """Thresholds of the three alerts.

    `apl_ref` is the frozen national population-weighted median of the accessibility (hours a
    week per 1,000 inhabitants), here of a supply made of France Services alone: a build takes that
    of its own lists of places (`carto.reference`), unless the operator sets one.
    """

    time_min: float = 20.0
    apl_ratio: float = 0.5
    apl_ref: float = 0.57
    need: float = 7.0
    fibre_pct: float = 95.0
    copper_class: int = 2

    @property
    def accessibility_min(self) -> float:
        """Accessibility under which supply is insufficient, hours a week per 1,000."""
        return self.apl_ratio * self.apl_ref


@dataclass(frozen=True)
class Need:
    """National deciles of the standard of living that scale the `revenu` variant, € a year."""

    revenu_deciles: tuple[float, ...] = (
        *(18390.0, 19380.0, 20230.0, 20920.0, 21670.0),
        *(22620.0, 23640.0, 24990.0, 28480.0),
    )


@dataclass(frozen=True)
class Composite:
    """Fixed goalposts of the score that orders communes inside a class."""

    weights: tuple[float, float, float] = (1.0, 1.0, 1.0)
    time: tuple[float, float] = (5.0, 30.0)
    fibre_floor: float = 0.70
    aggregation: str = "arithmetic"


@dataclass(frozen=True)
class Projection:
    """Projection of the fibre rollout: window and horizon (quarters), what it refuses to say.

    `kappa` shrinks the completion hazard of a commune towards that of its group, in
    premises × quarters. A quarter with fewer premises connectable than the one before, by more
    than `revision_share` of them or than `revision_premises`, is a revision.
    """

    window_q: int = 4
    min_quarters: int = 5
    targets: tuple[float, float] = (0.95, 0.99)
    max_q: int = 12
    kappa: float = 100.0
    max_denominator_change: float = 0.10
    revision_share: float = 0.02
    revision_premises: int = 10


@dataclass(frozen=True)
class Copper:
    """Closure of copper: months before it under which a commune is near it, then soon at it."""

    near_months: int = 12
    soon_months: int = 24


@dataclass(frozen=True)
class Robustness:
    """How far a verdict is tried: draws of weights and of inputs, changes of thresholds.

    `dirichlet` is the concentration around the declared weights. The other ranges are those that
    inputs are drawn in: detour and speed uniform, hours log-normal, need normal.
    """

    weight_draws: int = 1000
    dirichlet: float = 30.0
    input_draws: int = 200
    robust_p: float = 0.9
    tipping_p: float = 0.6
    detour: tuple[float, float] = (1.2, 1.45)
    speed_kmh: tuple[float, float] = (38.0, 52.0)
    hours_sigma: float = 0.2
    hours_sigma_imputed: float = 0.4
    need_sigma: float = 0.5
    threshold_change: float = 0.1
    seed: int = 20260101


@dataclass(frozen=True)
class Clusters:
    """Local Moran: neighbours, permutations, share of false discoveries."""

    knn: int = 8
    permutations: int = 9999
    alpha: float = 0.05


@dataclass(frozen=True)
class Twins:
    """How many territories of like size, density, rurality and age are compared."""

    count: int = 5


@dataclass(frozen=True)
class Quality:
    """Limits of what may be published: rates of small numbers, coverage, overflow of rates."""

    min_premises: int = 50
    min_pop_informed: float = 0.8
    max_imputed: float = 0.5
    some_imputed: float = 0.1
    rate_doubtful: float = 1.05
    min_pop_density: int = 2000


@dataclass(frozen=True)
class Parameters:
    """All parameters of a method version."""

    method_version: str = METHOD_VERSION
    catchment: Catchment = field(default_factory=Catchment)
    travel: Travel = field(default_factory=Travel)
    demand: Demand = field(default_factory=Demand)
    sites: Sites = field(default_factory=Sites)
    supply: Supply = field(default_factory=Supply)
    alerts: Alerts = field(default_factory=Alerts)
    need: Need = field(default_factory=Need)
    composite: Composite = field(default_factory=Composite)
    projection: Projection = field(default_factory=Projection)
    copper: Copper = field(default_factory=Copper)
    robustness: Robustness = field(default_factory=Robustness)
    clusters: Clusters = field(default_factory=Clusters)
    twins: Twins = field(default_factory=Twins)
    quality: Quality = field(default_factory=Quality)

    def as_dict(self) -> dict[str, Any]:
        """Return the parameters as nested plain values, ready for JSON."""
        return asdict(self)
