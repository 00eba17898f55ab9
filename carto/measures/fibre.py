"""Fibre: locaux raccordables over locaux, with both counts, the rest, and what is doubtful.

    τ = R / L      U = max(L − R, 0)

`locaux_raccordables` (R) counts premises that an operator can connect without delay; `locaux`
(L) is ARCEP's best estimate. The estimate may lag: R > L exists. The counts are kept as they are,
the rate is shown as at most 1 and flagged. Raccordable is neither raccordé nor abonné.
"""

from __future__ import annotations

import pandas as pd

from carto import flags
from carto.verdict.parameters import Quality


def measure_fibre(counts: pd.DataFrame, quality: Quality) -> pd.DataFrame:
    """Rate, rest and flags of each commune and quarter.

    Parameters
    ----------
    counts
        Meets the `fibre` input contract.
    quality
        Limits of doubt: rate above `rate_doubtful`, fewer premises than `min_premises`.

    Returns
    -------
    pandas.DataFrame
        The counts with `locaux_restants` (Int64), `taux_couverture_ftth` (0–1) and `flags`
        (codes joined by `|`). Missing counts, or no premises at all, give missing values.
    """
    locaux = counts["locaux"].astype("Float64")
    raccordables = counts["locaux_raccordables"].astype("Float64")
    rate = raccordables / locaux.where(locaux > 0)
    masks = {
        flags.DENOM_SOUS_ESTIME: (rate > 1) & (rate <= quality.rate_doubtful),
        flags.TAUX_ANORMAL: rate > quality.rate_doubtful,
        flags.PEU_DE_LOCAUX: locaux < quality.min_premises,
    }
    measured: pd.DataFrame = counts.assign(
        locaux_restants=(locaux - raccordables).clip(lower=0).astype("Int64"),
        taux_couverture_ftth=rate.clip(upper=1).astype(float).round(6),
        flags=flags.raised(masks),
    )
    return measured


def latest_quarter(fibre: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of the latest quarter of the table."""
    latest = str(fibre["quarter"].max())
    return fibre.loc[fibre["quarter"] == latest]
