"""Rollups: communes to EPCI and départements, counts first and rates last.

    τ        ΣR / ΣL over informed communes; the rest is Σ max(L − R, 0)
    T, A, N  Σ P·x / ΣP over the communes where x is known
    classes  communes and people per verdict

An aggregate is published only when at least 80 % of the population is informed; the informed
share is published beside it. A département page never cuts an EPCI: all members present count.
"""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from carto.codes import departement_name, region_of
from carto.tables.rollups import DEPARTEMENT, EPCI
from carto.tables.shared import VERDICTS
from carto.territories import Perimeter
from carto.verdict.parameters import Parameters
from carto.verdict.sentence import territory_sentence


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
    for siren, group in communes.dropna(subset=["siren_epci"]).groupby("siren_epci"):
        described = official.loc[str(siren)]
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
    for code, group in communes[communes["is_in_scope"]].groupby("departement"):
        if perimeter.epci and code not in perimeter.departements:
            continue
        nom = departement_name(str(code))
        rows.append(
            {
                "code_departement": code,
                "nom": nom,
                "region": region_of(str(code)),
                "communes_expected": expected.get(str(code), 0),
                **_roll_up(group, nom, parameters),
            }
        )
    return _table(rows, DEPARTEMENT.names)


def _table(rows: list[dict[str, object]], names: tuple[str, ...]) -> gpd.GeoDataFrame:
    """Make a table of the rows in the order of the contract."""
    frame = pd.DataFrame(rows, columns=list(names))
    for column in ("population", "locaux", "locaux_raccordables", "locaux_restants", "sites_count"):
        frame[column] = frame[column].astype("Int64")
    return gpd.GeoDataFrame(frame, geometry="geometry", crs=4326)


def _roll_up(group: pd.DataFrame, nom: str, parameters: Parameters) -> dict[str, object]:
    """Aggregate the communes of one territory."""
    people = group["population"].astype("Float64")
    population = _total(people)
    values: dict[str, object] = {
        "communes_count": len(group),
        "population": population,
        **_fibre(group, people, parameters),
        **_supply(group),
        **_weighted_means(group, people, parameters),
        "population_beyond_time_share": _beyond(group, people, parameters),
        **_by_verdict(group, people),
        "geometry": shapely.union_all(group["geometry"].to_numpy()),
    }
    return values | {"sentence": territory_sentence(nom, values)}  # type: ignore[arg-type]


def _supply(group: pd.DataFrame) -> dict[str, object]:
    """Count the places and their hours; unknown without a source of places."""
    if group["sites_count"].isna().any():
        return {"sites_count": None, "hours_per_week": None}
    return {
        "sites_count": int(group["sites_count"].sum()),
        "hours_per_week": round(float(group["hours_per_week"].sum()), 2),
    }


def _fibre(group: pd.DataFrame, people: pd.Series, parameters: Parameters) -> dict[str, object]:
    """Sum the counts and take the ratio of sums, over the communes whose rate is known."""
    known = group["taux_couverture_ftth"].notna()
    informed = _share(people, known)
    empty = dict.fromkeys(("locaux", "locaux_raccordables", "locaux_restants"))
    enough = informed is not None and informed >= parameters.quality.min_pop_informed
    if not enough or not known.any():
        return {**empty, "taux_couverture_ftth": None, "fibre_informed_share": informed}
    sums = {name: int(group.loc[known, name].sum()) for name in empty}
    rate = min(sums["locaux_raccordables"] / sums["locaux"], 1.0)
    return {**sums, "taux_couverture_ftth": round(rate, 6), "fibre_informed_share": informed}


def _weighted_means(
    group: pd.DataFrame, people: pd.Series, parameters: Parameters
) -> dict[str, object]:
    """Population-weighted means, suppressed where too few people are informed."""
    means: dict[str, object] = {}
    for column, decimals in (("nearest_site_min", 2), ("accessibility", 4), ("need", 2)):
        values = group[column].astype("Float64")
        known = values.notna() & people.notna()
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


def _beyond(group: pd.DataFrame, people: pd.Series, parameters: Parameters) -> float | None:
    """Share of people with no place within the threshold, islands without a place included."""
    minutes = group["nearest_site_min"].astype("Float64")
    has_source = group["accessibility_low"].notna().any()
    if not has_source:
        return None
    return _share(people, minutes.isna() | (minutes > parameters.alerts.time_min))


def _by_verdict(group: pd.DataFrame, people: pd.Series) -> dict[str, object]:
    """Communes and share of people per verdict, and those known to be under-served."""
    counts: dict[str, object] = {}
    for verdict in VERDICTS:
        mine = group["verdict"] == verdict
        counts[f"communes_verdict_{verdict}"] = int(mine.sum())
        counts[f"population_verdict_{verdict}_share"] = _share(people, mine)
    underserved = group["is_underserved"].astype("boolean").fillna(False)
    counts["communes_underserved"] = int(underserved.sum())
    counts["population_underserved"] = int(people[underserved].fillna(0).sum())
    return counts


def _share(people: pd.Series, where: pd.Series) -> float | None:
    """Share of the population in `where`; None when nobody, or somebody unknown, is counted."""
    total = _total(people)
    if not total:
        return None
    return round(float(people[where.astype("boolean").fillna(False)].sum()) / total, 6)


def _total(people: pd.Series) -> int | None:
    """Sum the population; None when a commune's is unknown."""
    if people.isna().any():
        return None
    return int(np.sum(people.to_numpy(dtype=float)))
