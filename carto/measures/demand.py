"""Demand: inhabitants of each commune, weighted by their need for help (habitants standardisés).

    D_i = P_i · f_i / f̄          f̄ = Σ P f / Σ P, national: ΣD = ΣP over the country

f is the weight of an inhabitant, by the standard that the data allow (`demand.standard`):

- `age`: share of people who cannot use digital tools, expected from the age structure;
- `need`: the need of the commune, where the three scores measure it (variants `ifn`, `insee`);
- `none`: everybody counts for one.

Only ratios of f count. Its national mean is that of the frozen reference when there is one, so that
a département is weighed like the country; else, or when f is no longer that of the reference
(`usable_means`), that of the communes at hand. A commune of unknown f counts for the mean
(weight 1): its people are never nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.errors import CartoError
from carto.measures.age_structure import expected_share, has_ages
from carto.need_variants import IFN, INSEE, REVENU
from carto.verdict.parameters import Demand, Parameters

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

AUTO, AGE, NEED, NONE = "auto", "age", "need", "none"
_SCORED = (IFN, INSEE)
DECIMALS = 2


@dataclass(frozen=True)
class StandardisedDemand:
    """The demand of n communes.

    Attributes
    ----------
    standard
        `age`, `need` or `none`: what weighs an inhabitant.
    mean
        f̄, what the weights were divided by; 1 with `none`.
    inhabitants
        D, shape (n,), to two decimals; NaN where the population is unknown.
    is_unweighted
        Where there are people of unknown f, who count for the mean, shape (n,); nowhere with
        `none`.
    """

    standard: str
    mean: float
    inhabitants: Floats
    is_unweighted: Bools


def measure_demand(
    communes: gpd.GeoDataFrame,
    tables: Mapping[str, pd.DataFrame],
    variant: str | None,
    demand: Demand,
    means: Mapping[str, float] | None = None,
) -> StandardisedDemand:
    """Weigh the inhabitants of every commune.

    Parameters
    ----------
    communes
        With `code_insee`, `population` and `need`.
    tables
        Validated tables by source id; the ages are in `structure_population`.
    variant
        Variant of the need (`carto.need_variants`), None when it is unknown.
    demand
        The standard asked for, and the weight of each age.
    means
        Frozen national means of f, see `usable_means`: under `age`, or the name of the variant of
        the need.

    Raises
    ------
    CartoError
        When the standard asked for cannot be computed from the sources.
    """
    population = communes["population"].to_numpy(dtype=float, na_value=np.nan)
    standard = choose_standard(demand.standard, tables, variant)
    if standard == NONE:
        return StandardisedDemand(NONE, 1.0, population, np.zeros(len(communes), dtype=bool))
    if standard == AGE:
        weight = _by_age(communes, tables["structure_population"], demand)
    else:
        weight = communes["need"].to_numpy(dtype=float, na_value=np.nan)
    unknown = np.isnan(weight)
    frozen = (means or {}).get(AGE if standard == AGE else variant or "")
    mean = _mean(weight, population) if frozen is None else frozen
    ratio = np.where(unknown, 1.0, weight / mean) if mean > 0 else np.ones(len(weight))
    inhabitants = (population * ratio).round(DECIMALS)
    return StandardisedDemand(standard, mean, inhabitants, unknown & (population > 0))


def usable_means(means: Mapping[str, float], parameters: Parameters) -> dict[str, float]:
    """Keep the frozen means of f that hold with these parameters.

    A mean holds for the f that it was computed with: changed rates by age, or changed deciles of
    income, are another f. Divided by the old mean, it would make people out of nothing.

    Parameters
    ----------
    means
        Frozen national means, as for `measure_demand`.
    parameters
        The method, as the operator changed it.

    Examples
    --------
    >>> changed = Parameters(demand=Demand(by_age=(4, 8, 16, 48, 90)))
    >>> usable_means({"age": 0.15, "ifn": 5.1}, changed)
    {'ifn': 5.1}
    """
    method = Parameters()
    changed = {AGE} if parameters.demand.by_age != method.demand.by_age else set()
    changed |= {REVENU} if parameters.need != method.need else set()
    return {name: mean for name, mean in means.items() if name not in changed}


def choose_standard(asked: str, tables: Mapping[str, pd.DataFrame], variant: str | None) -> str:
    """Choose what weighs an inhabitant.

    Parameters
    ----------
    asked
        A name of `carto.verdict.parameters.STANDARDS`; `auto` takes the best that is known.
    tables, variant
        As for `measure_demand`.

    Returns
    -------
    str
        `age`, `need` or `none`.

    Raises
    ------
    CartoError
        When `age` or `need` is asked for without the sources that it takes.

    Examples
    --------
    >>> choose_standard("auto", {}, "ifn"), choose_standard("auto", {}, "revenu")
    ('need', 'none')
    """
    knows_ages = "structure_population" in tables and has_ages(tables["structure_population"])
    if asked == AUTO and knows_ages:
        return AGE
    if asked == AUTO:
        return NEED if variant in _SCORED else NONE
    if asked == AGE and not knows_ages:
        raise CartoError(
            'carto.toml : [parameters] demand.standard = "age" demande les classes d\'âge du '
            "recensement ; ajoutez la base « évolution et structure de la population » de l'INSEE "
            '([sources.structure_population]), ou mettez demand.standard = "auto".'
        )
    if asked == NEED and variant is None:
        raise CartoError(
            'carto.toml : [parameters] demand.standard = "need" demande un besoin mesuré ; '
            'déclarez [need] variant et sa source, ou mettez demand.standard = "auto".'
        )
    return asked


def _by_age(communes: gpd.GeoDataFrame, structure: pd.DataFrame, demand: Demand) -> Floats:
    """Expect the share of people in difficulty of each commune; NaN where ages are unknown."""
    share = expected_share(structure, demand.by_age)
    by_code = pd.Series(share.to_numpy(dtype=float), index=structure["code_insee"])
    return by_code.reindex(communes["code_insee"]).to_numpy(dtype=float)


def _mean(weight: Floats, population: Floats) -> float:
    """Average the weight over the people for whom it is known; 0 when there is nobody."""
    people = np.where(np.isnan(weight), 0.0, np.nan_to_num(population))
    everybody = people.sum()
    return float(np.nan_to_num(weight) @ people / everybody) if everybody > 0 else 0.0
