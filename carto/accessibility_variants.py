"""What the alert on supply would be by each variant of the accessible supply.

    A_ref(variant) = A_ref · median(variant) / median(accessibility)

Medians among the people of the communes at hand: a variant that reaches farther gives everybody
more, and half of the same reference would no longer be the same shortage. The alert on time does
not change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.measures.accessibility import Bounds
from carto.measures.indicators import Indicators
from carto.tables.accessibility_variants import ACCESSIBILITY_VARIANTS
from carto.verdict import alerts as alert_rules
from carto.verdict.parameters import Alerts
from carto.weighted_quantiles import weighted_quantiles

MINUTES_DECIMALS = 2


def variant_rows(indicators: Indicators, decided: gpd.GeoDataFrame, alerts: Alerts) -> pd.DataFrame:
    """List the accessibility and the alert of each published commune by each variant.

    Parameters
    ----------
    indicators
        With the variants, of the same rows as `decided`.
    decided
        With `code_insee`, `population` and `is_published`.
    alerts
        Thresholds.

    Returns
    -------
    pandas.DataFrame
        Meets the contract `accessibility_variants`, by commune then variant; empty without places.
    """
    reach = indicators.reach
    if reach is None or not indicators.variants:
        return pd.DataFrame(columns=list(ACCESSIBILITY_VARIANTS.names))
    minutes = reach.nearest.minutes.round(MINUTES_DECIMALS)
    people = decided["population"].to_numpy(dtype=float, na_value=np.nan)
    references = variant_references(indicators.variants, reach.bounds, people, alerts)
    kept = decided["is_published"].to_numpy(dtype=bool)
    tables = []
    for name, bounds in indicators.variants.items():
        own = replace(alerts, apl_ref=references[name])
        alert = alert_rules.offre(minutes, bounds.low, bounds.high, own)
        rows = {
            "code_insee": decided["code_insee"].to_numpy(),
            "variant": name,
            "accessibility_low": bounds.low,
            "accessibility_high": bounds.high,
            "alert_offre": pd.array(alert.as_list(), dtype="boolean"),
        }
        tables.append(pd.DataFrame(rows).loc[kept])
    listed = pd.concat(tables, ignore_index=True)
    return listed.sort_values(["code_insee", "variant"], ignore_index=True)


def variant_references(
    variants: Mapping[str, Bounds], base: Bounds, people: NDArray[np.float64], alerts: Alerts
) -> dict[str, float]:
    """Scale the reference of the accessibility to each variant.

    Parameters
    ----------
    variants
        Accessibility by name of the variant.
    base
        The accessibility itself.
    people
        Inhabitants; NaN counts as nobody.
    alerts
        With the reference.

    Returns
    -------
    dict
        The reference unchanged when a median is 0 or unknown: nothing scales it then.

    Examples
    --------
    >>> known, twice = (Bounds(x, x) for x in (np.array([1.0, 3.0]), np.array([2.0, 6.0])))
    >>> variant_references({"sans_baisse": twice}, known, np.array([10.0, 10.0]), Alerts())
    {'sans_baisse': 1.14}
    """

    def median(bounds: Bounds) -> float:
        known = np.where(bounds.apart, np.nan, bounds.high)
        return float(weighted_quantiles(known, people, [50])[0])

    usual = median(base)
    medians = {name: median(bounds) for name, bounds in variants.items()}
    return {
        name: alerts.apl_ref * (found / usual if usual > 0 and found > 0 else 1.0)
        for name, found in medians.items()
    }
