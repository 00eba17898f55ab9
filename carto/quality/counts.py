"""Counts: how complete, how old and how sure the places and the values of some communes are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto import flags

Row = Mapping[str, Any]

# What a verdict rests on: the column of each indicator.
INDICATORS = (
    "population",
    "taux_couverture_ftth",
    "nearest_site_min",
    "accessibility",
    "need",
)
COUNTED_FLAGS = (
    *(flags.POSITION_APPROCHEE, flags.POSITION_HORS_COMMUNE, flags.POSITION_CORRIGEE),
    *(flags.COMMUNE_DEDUITE, flags.HEURES_PLAFONNEES, flags.HEURES_PAR_ETP),
    flags.ITINERANT_AU_POINT_PUBLIE,
)


@dataclass(frozen=True)
class PlaceCounts:
    """Places of help that count as supply.

    Attributes
    ----------
    places
        How many there are.
    with_hours
        Those whose hours are declared.
    hours, declared_hours
        Hours a week retained, and those of them that are declared.
    fresh, old, stale, undated
        Records up to a year older than the latest source, up to two years, older, and without a
        date.
    merged
        Records of the same places that were merged into them.
    flagged
        Flag → places that carry it, for the flags of `COUNTED_FLAGS`.
    restricted, equipment_only
        Places that are no supply because they do not receive everybody, or because nobody helps
        there.
    """

    places: int
    with_hours: int
    hours: float
    declared_hours: float
    fresh: int
    old: int
    stale: int
    undated: int
    merged: int
    flagged: Mapping[str, int]
    restricted: int
    equipment_only: int


@dataclass(frozen=True)
class Unknown:
    """Communes where an indicator is unknown for one reason, and their inhabitants.

    Attributes
    ----------
    people
        Inhabitants; those of a commune of unknown population are not counted.
    """

    column: str
    reason: str
    communes: int
    people: int


def count_places(sites: Iterable[Row]) -> PlaceCounts:
    """Count the places that are supply.

    Parameters
    ----------
    sites
        Published rows, `flags` as a list of codes; those that are no supply are passed over, but
        for the two counts of them.
    """
    sites = list(sites)
    apart = Counter(flag for row in sites for flag in row["flags"])
    supply = [row for row in sites if row["is_supply"]]
    declared = [row for row in supply if row["hours_source"] == "declarees"]
    raised = Counter(flag for row in supply for flag in row["flags"])
    undated = sum(row["date_maj"] is None for row in supply)
    old, stale = raised[flags.FICHE_ANCIENNE], raised[flags.FICHE_PERIMEE]
    return PlaceCounts(
        places=len(supply),
        with_hours=len(declared),
        hours=_weekly(supply),
        declared_hours=_weekly(declared),
        fresh=len(supply) - undated - old - stale,
        old=old,
        stale=stale,
        undated=undated,
        merged=sum(len(row["merged_ids"].split("|")) for row in supply if row["merged_ids"]),
        flagged={flag: raised[flag] for flag in COUNTED_FLAGS},
        restricted=apart[flags.PUBLIC_RESTREINT],
        equipment_only=apart[flags.EQUIPEMENT_SEUL],
    )


def count_unknown(communes: Iterable[Row]) -> tuple[Unknown, ...]:
    """Count the communes where an indicator is unknown, by indicator, then by reason.

    Parameters
    ----------
    communes
        Published rows, `reasons` as a mapping of column to code.
    """
    counts: Counter[tuple[str, str]] = Counter()
    people: Counter[tuple[str, str]] = Counter()
    for row in communes:
        for column in INDICATORS:
            if row[column] is None:
                key = column, str(row["reasons"].get(column, ""))
                counts[key] += 1
                people[key] += row["population"] or 0
    ordered = sorted(counts, key=lambda key: (INDICATORS.index(key[0]), -counts[key], key[1]))
    return tuple(Unknown(*key, counts[key], people[key]) for key in ordered)


def _weekly(rows: Iterable[Row]) -> float:
    """Sum the hours a week of places."""
    return float(sum(row["hours_per_year"] for row in rows) / 52)
