"""The parameters of the method, in one versioned place.

Every value is a convention that an operator may override in `carto.toml` (`[parameters]`); a
snapshot publishes the values it was made with. Reasons are in carto/METHODS.md.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

METHOD_VERSION = "1.1.0"


@dataclass(frozen=True)
class Catchment:
    """Steps of the floating catchment: travel time (minutes) up to which a weight holds."""

    breaks_min: tuple[float, ...] = (10.0, 15.0, 20.0)
    weights: tuple[float, ...] = (1.0, 0.3, 0.1)
    buffer_km: float = 30.0


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


@dataclass(frozen=True)
class Supply:
    """Service hours a week: ceiling, imputation by kind of place (national medians)."""

    max_h_week: float = 60.0
    impute_france_services_h_week: float = 29.0
    impute_point_de_service_h_week: float = 29.5
    impute_other_h_week: float = 20.0


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
    week per 1,000 inhabitants) of a supply made of France Services alone.
    """

    time_min: float = 20.0
    apl_ratio: float = 0.5
    apl_ref: float = 0.57
    need: float = 7.0
    fibre_pct: float = 95.0

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


@dataclass(frozen=True)
class Quality:
    """Limits of what may be published: rates of small numbers, coverage, overflow of rates."""

    min_premises: int = 50
    min_pop_informed: float = 0.8
    max_imputed: float = 0.5
    some_imputed: float = 0.1
    rate_doubtful: float = 1.05


@dataclass(frozen=True)
class Parameters:
    """All parameters of a method version."""

    method_version: str = METHOD_VERSION
    catchment: Catchment = field(default_factory=Catchment)
    travel: Travel = field(default_factory=Travel)
    sites: Sites = field(default_factory=Sites)
    supply: Supply = field(default_factory=Supply)
    alerts: Alerts = field(default_factory=Alerts)
    need: Need = field(default_factory=Need)
    composite: Composite = field(default_factory=Composite)
    quality: Quality = field(default_factory=Quality)

    def as_dict(self) -> dict[str, Any]:
        """Return the parameters as nested plain values, ready for JSON."""
        return asdict(self)
