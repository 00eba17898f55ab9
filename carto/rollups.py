"""Rollups: communes to EPCI and départements, counts first and rates last.

    τ        ΣR / ΣL over informed communes; the rest is Σ max(L − R, 0)
    T, A, N  Σ P·x / ΣP over the communes where x is known
    classes  communes and people per verdict

An aggregate is published only when at least 80 % of the population is informed; the informed
share is published beside it. A département page never cuts an EPCI: all members present count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.codes import departement_name, region_of
from carto.coverage import union
from carto.local_rollups import SUMMED, roll_up_local
from carto.tables.rollups import DEPARTEMENT, EPCI
from carto.tables.shared import VERDICTS
from carto.territories import Perimeter
from carto.verdict.parameters import Parameters
from carto.verdict.sentence import territory_sentence

Floats = NDArray[np.float64]
Group = Mapping[str, NDArray[Any]]

_NUMBERS = (
    *("population", "locaux", "locaux_raccordables", "locaux_restants", "taux_couverture_ftth"),
    *("sites_count", "hours_per_week", "nearest_site_min"),
    *("accessibility", "accessibility_low", "need"),
    *SUMMED,
)
_INTEGERS = (
    *("population", "locaux", "locaux_raccordables", "locaux_restants", "sites_count"),
    *("ateliers_count", "communes_relais_count"),
)


def roll_up_epci(
    communes: gpd.GeoDataFrame, members: pd.DataFrame, parameters: Parameters
) -> gpd.GeoDataFrame:
    """One row per EPCI with a commune in the perimeter, all its known members counted.

    Parameters
    ----------
    communes
        Published communes, meeting the `communes` contract.
    members
        Official composition, meeting the `epci` input contract.
    """
    official = members.groupby("siren_epci").agg(
        nom=("nom_epci", "first"),
        nature_juridique=("nature_juridique", "first"),
        communes_expected=("code_insee", "size"),
    )
    rows = []
    for siren, group in _groups(communes, "siren_epci"):
        described = official.loc[siren]
        rows.append(
            {
                "siren_epci": siren,
                "nom": described["nom"],
                "nature_juridique": described["nature_juridique"],
                "departements": "|".join(sorted(set(group["departement"]))),
                "communes_expected": int(str(described["communes_expected"])),
                **_roll_up(group, str(described["nom"]), parameters),
            }
        )
    return _table(rows, EPCI.names)


def roll_up_departements(
    communes: gpd.GeoDataFrame,
    expected: Mapping[str, int],
    perimeter: Perimeter,
    parameters: Parameters,
) -> gpd.GeoDataFrame:
    """One row per département of the perimeter; a perimeter of EPCI has none.

    Parameters
    ----------
    communes
        Published communes, meeting the `communes` contract.
    expected
        Number of communes of each département in the population file.
    perimeter
        What was asked for.
    parameters
        Limits of publication.
    """
    rows = []
    for code, group in _groups(communes[communes["is_in_scope"]], "departement"):
        if perimeter.epci and code not in perimeter.departements:
            continue
        nom = departement_name(code)
        rows.append(
            {
                "code_departement": code,
                "nom": nom,
                "region": region_of(code),
                "communes_expected": expected.get(code, 0),
                **_roll_up(group, nom, parameters),
            }
        )
    return _table(rows, DEPARTEMENT.names)


def _table(rows: list[dict[str, object]], names: tuple[str, ...]) -> gpd.GeoDataFrame:
    """Make a table of the rows in the order of the contract."""
    frame = pd.DataFrame(rows, columns=list(names))
    for column in _INTEGERS:
        frame[column] = frame[column].astype("Int64")
    return gpd.GeoDataFrame(frame, geometry="geometry", crs=4326)


def _groups(communes: gpd.GeoDataFrame, key: str) -> Iterator[tuple[str, Group]]:
    """Yield the columns to aggregate of each territory, by rising code; NaN where missing.

    Plain arrays: there are 1,300 territories, and each small pandas operation costs as much as
    a large one.
    """
    columns: dict[str, NDArray[Any]] = {
        name: communes[name].to_numpy(dtype=float, na_value=np.nan) for name in _NUMBERS
    }
    columns["verdict"] = communes["verdict"].to_numpy(dtype=str)
    columns["departement"] = communes["departement"].to_numpy(dtype=str)
    columns["is_underserved"] = communes["is_underserved"].fillna(False).to_numpy(dtype=bool)
    relays = communes["is_commune_relais"].astype("boolean")
    columns["is_commune_relais"] = relays.to_numpy(dtype=float, na_value=np.nan)
    columns["geometry"] = communes.geometry.to_numpy()
    for code, rows in sorted(communes.groupby(key).indices.items()):
        yield str(code), {name: values[rows] for name, values in columns.items()}


def _roll_up(group: Group, nom: str, parameters: Parameters) -> dict[str, object]:
    """Aggregate the communes of one territory."""
    people = group["population"]
    values: dict[str, object] = {
        "communes_count": len(people),
        "population": _total(people),
        **_fibre(group, people, parameters),
        **_supply(group),
        **_weighted_means(group, people, parameters),
        "population_beyond_time_share": _beyond(group, people, parameters),
        **_by_verdict(group, people),
        **roll_up_local(group),
        "geometry": union(group["geometry"]),
    }
    return values | {"sentence": territory_sentence(nom, values)}  # type: ignore[arg-type]


def _supply(group: Group) -> dict[str, object]:
    """Count the places and their hours; unknown without a source of places."""
    if np.isnan(group["sites_count"]).any():
        return {"sites_count": None, "hours_per_week": None}
    return {
        "sites_count": int(group["sites_count"].sum()),
        "hours_per_week": round(float(np.nansum(group["hours_per_week"])), 2),
    }


def _fibre(group: Group, people: Floats, parameters: Parameters) -> dict[str, object]:
    """Sum the counts and take the ratio of sums, over the communes whose rate is known."""
    known = ~np.isnan(group["taux_couverture_ftth"])
    informed = _share(people, known)
    empty = dict.fromkeys(("locaux", "locaux_raccordables", "locaux_restants"))
    enough = informed is not None and informed >= parameters.quality.min_pop_informed
    if not enough or not known.any():
        return {**empty, "taux_couverture_ftth": None, "fibre_informed_share": informed}
    sums = {name: int(np.nansum(group[name][known])) for name in empty}
    rate = min(sums["locaux_raccordables"] / sums["locaux"], 1.0)
    return {**sums, "taux_couverture_ftth": round(rate, 6), "fibre_informed_share": informed}


def _weighted_means(group: Group, people: Floats, parameters: Parameters) -> dict[str, object]:
    """Population-weighted means, suppressed where too few people are informed."""
    means: dict[str, object] = {}
    for column, decimals in (("nearest_site_min", 2), ("accessibility", 4), ("need", 2)):
        values = group[column]
        known = ~np.isnan(values) & ~np.isnan(people)
        informed = _share(people, known)
        means[f"{column}_informed_share"] = informed
        enough = informed is not None and informed >= parameters.quality.min_pop_informed
        weight = float(people[known].sum())
        means[column] = (
            round(float((values[known] * people[known]).sum()) / weight, decimals)
            if enough and weight > 0
            else None
        )
    return means


def _beyond(group: Group, people: Floats, parameters: Parameters) -> float | None:
    """Share of people with no place within the threshold, islands without a place included."""
    minutes = group["nearest_site_min"]
    if np.isnan(group["accessibility_low"]).all():
        return None
    return _share(people, np.isnan(minutes) | (minutes > parameters.alerts.time_min))


def _by_verdict(group: Group, people: Floats) -> dict[str, object]:
    """Communes and share of people per verdict, and those known to be under-served."""
    counts: dict[str, object] = {}
    for verdict in VERDICTS:
        mine = group["verdict"] == verdict
        counts[f"communes_verdict_{verdict}"] = int(mine.sum())
        counts[f"population_verdict_{verdict}_share"] = _share(people, mine)
    underserved = group["is_underserved"]
    counts["communes_underserved"] = int(underserved.sum())
    counts["population_underserved"] = int(np.nansum(people[underserved]))
    return counts


def _share(people: Floats, where: NDArray[np.bool_]) -> float | None:
    """Share of the population in `where`; None when nobody, or somebody unknown, is counted."""
    total = _total(people)
    if not total:
        return None
    return round(float(people[where].sum()) / total, 6)


def _total(people: Floats) -> int | None:
    """Sum the population; None when a commune's is unknown."""
    return None if np.isnan(people).any() else int(people.sum())
