"""A frozen reference: the national values that a vintage of the method is read against.

Thresholds that followed the data would call the same share of communes under-served for ever; they
are frozen instead, with the date and the files they come from. A reference holds aggregates only,
computed once on the whole of France by `carto calibrate`, and is kept as a small JSON file.

What depends on the places counted (accessibility, time, score) is kept for each set of lists of
places, since a supply is only compared with the same lists: `("france_services",)` is one set.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

# Quantiles of a reference, population-weighted.
PERCENTS = (5, 10, 20, 25, 50, 75, 80, 90, 95)

# Levels of the groups of communes, from the widest.
FRANCE, REGION, DEPARTEMENT, DENSITE = "france", "region", "departement", "densite"
LEVELS = (FRANCE, REGION, DEPARTEMENT, DENSITE)

# Indicators that do not hang on the places counted, then those that do.
PLAIN_INDICATORS = ("taux_couverture_ftth", "need", "people_65_share")
SUPPLY_INDICATORS = ("nearest_site_min", "accessibility", "score")
INDICATORS = (*PLAIN_INDICATORS, *SUPPLY_INDICATORS)

Lists = tuple[str, ...]


@dataclass(frozen=True)
class CalibratedSource:
    """A file that a reference was computed from; `date` is ISO, `sha256` of its bytes."""

    id: str
    title: str
    millesime: str
    date: str
    sha256: str


@dataclass(frozen=True)
class SupplyReference:
    """The supply of one set of lists of places.

    Attributes
    ----------
    lists
        Reader ids of the lists, sorted.
    apl_ref
        Frozen reference of the accessibility, hours a week per 1,000 inhabitants.
    median
        National population-weighted median that this calibration found: the reference itself,
        unless the method had declared one before.
    sites
        Places counted.
    """

    lists: Lists
    apl_ref: float
    median: float
    sites: int


@dataclass(frozen=True)
class GroupQuantiles:
    """Quantiles of an indicator in a group of communes, weighted by their people.

    Attributes
    ----------
    level, code
        The group: a name of `LEVELS`, and its code (empty for France).
    indicator
        A name of `INDICATORS`.
    lists
        Lists of places counted; empty for an indicator that does not hang on them.
    communes, people
        Communes whose value is known, and their population.
    values
        One for each of `PERCENTS`, rising: the lowest value that at least this share of the
        people live at or under.
    """

    level: str
    code: str
    indicator: str
    lists: Lists
    communes: int
    people: int
    values: tuple[float, ...]


@dataclass(frozen=True)
class ThresholdShares:
    """What two thresholds would give: shares (0–1) of the communes and of the people by verdict.

    `communes` and `people` are in the order of `carto.vocabulary.VERDICT_WORDS`.
    """

    lists: Lists
    apl_ratio: float
    need: float
    communes: tuple[float, ...]
    people: tuple[float, ...]


@dataclass(frozen=True)
class Reference:
    """The frozen values of one vintage.

    Attributes
    ----------
    vintage
        Name of the vintage, a year.
    method_version, cog
        Method and geography that it was computed with.
    need_variant
        Variant of the need behind `need`, `score` and `thresholds`; None without one.
    demand_standard
        What weighs the people who share the supply: `age`, `need` or `none`.
    note
        French line on the origin and the licences of the data.
    sources
        Files it was computed from, by id.
    demand_mean
        Population-weighted national mean of the weight of an inhabitant in the demand, by what
        gives the weight: `age`, or a variant of the need (`ifn`, `insee`, `revenu`).
    supplies
        One for each set of lists of places.
    quantiles
        By group, indicator and lists.
    thresholds
        The table that led to the thresholds of the alerts.
    """

    vintage: str
    method_version: str
    cog: int
    need_variant: str | None
    demand_standard: str
    note: str
    sources: tuple[CalibratedSource, ...]
    demand_mean: Mapping[str, float]
    supplies: tuple[SupplyReference, ...]
    quantiles: tuple[GroupQuantiles, ...]
    thresholds: tuple[ThresholdShares, ...]

    def supply(self, lists: Iterable[str]) -> SupplyReference | None:
        """Find the supply of the very set of lists; None when it was not calibrated."""
        wanted = tuple(sorted(set(lists)))
        return next((supply for supply in self.supplies if supply.lists == wanted), None)

    def groups(self, lists: Iterable[str]) -> tuple[GroupQuantiles, ...]:
        """Give the quantiles that hold for a set of lists, and those that hang on none."""
        wanted = tuple(sorted(set(lists)))
        return tuple(group for group in self.quantiles if group.lists in ((), wanted))

    def to_json(self) -> dict[str, Any]:
        """Write plain values; the rows of long tables are lists, in the order of their fields."""
        return {
            "vintage": self.vintage,
            "method_version": self.method_version,
            "cog": self.cog,
            "need_variant": self.need_variant,
            "demand_standard": self.demand_standard,
            "note": self.note,
            "sources": [asdict(source) for source in self.sources],
            "demand_mean": dict(sorted(self.demand_mean.items())),
            "supplies": [asdict(one) | {"lists": list(one.lists)} for one in self.supplies],
            "percents": list(PERCENTS),
            "quantiles": [
                [g.level, g.code, g.indicator, "+".join(g.lists), g.communes, g.people, *g.values]
                for g in self.quantiles
            ],
            "thresholds": [
                ["+".join(t.lists), t.apl_ratio, t.need, list(t.communes), list(t.people)]
                for t in self.thresholds
            ],
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Reference:
        """Read what `to_json` wrote."""
        return cls(
            vintage=values["vintage"],
            method_version=values["method_version"],
            cog=values["cog"],
            need_variant=values["need_variant"],
            demand_standard=values["demand_standard"],
            note=values["note"],
            sources=tuple(CalibratedSource(**source) for source in values["sources"]),
            demand_mean=dict(values["demand_mean"]),
            supplies=tuple(
                SupplyReference(**(one | {"lists": tuple(one["lists"])}))
                for one in values["supplies"]
            ),
            quantiles=tuple(
                GroupQuantiles(level, code, indicator, _lists(lists), communes, people, (*rest,))
                for level, code, indicator, lists, communes, people, *rest in values["quantiles"]
            ),
            thresholds=tuple(
                ThresholdShares(_lists(lists), ratio, need, tuple(communes), tuple(people))
                for lists, ratio, need, communes, people in values["thresholds"]
            ),
        )


def _lists(joined: str) -> Lists:
    """Read the names of lists joined by `+`."""
    return tuple(filter(None, joined.split("+")))
