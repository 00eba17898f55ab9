"""Fibre: locaux raccordables over locaux, with both counts, the rest, and what is doubtful.

    τ = R / L      U = max(L − R, 0)

`locaux_raccordables` (R) counts premises that an operator can connect without delay; `locaux`
(L) is ARCEP's best estimate. The estimate may lag: R > L exists. The counts are kept as they are,
the rate is shown as at most 1 and flagged. Raccordable is neither raccordé nor abonné.

Two series are published and never mixed: `releve`, where both counts are of the same quarter, and
`historique`, where one estimate of premises serves all quarters, so that its rates compare quarters
but are not those once published. What communes show now always comes from the first.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from carto import flags
from carto.codes import departement_of
from carto.verdict.parameters import Quality
from carto.vocabulary import HISTORIQUE, RELEVE


def measure_fibre(tables: Mapping[str, pd.DataFrame], quality: Quality) -> pd.DataFrame:
    """Rate, rest and flags of each commune, quarter and series.

    Parameters
    ----------
    tables
        Tables by source id, of which `fibre` and `fibre_history` are taken if they are there; each
        meets its input contract.
    quality
        Limits of doubt: rate above `rate_doubtful`, fewer premises than `min_premises`.

    Returns
    -------
    pandas.DataFrame
        The counts with `locaux_quarter`, `series`, `locaux_restants` (Int64),
        `taux_couverture_ftth` (0–1) and `flags` (codes joined by `|`). Missing counts, or no
        premises at all, give missing values.
    """
    series = []
    if "fibre" in tables:
        now = tables["fibre"]
        series.append(now.assign(locaux_quarter=now["quarter"], series=RELEVE))
    if "fibre_history" in tables:
        series.append(tables["fibre_history"].assign(series=HISTORIQUE))
    counts = pd.concat(series, ignore_index=True)
    locaux = counts["locaux"].astype("Float64")
    raccordables = counts["locaux_raccordables"].astype("Float64")
    rate = raccordables / locaux.where(locaux > 0)
    masks = {
        flags.DENOM_SOUS_ESTIME: (rate > 1) & (rate <= quality.rate_doubtful),
        flags.TAUX_ANORMAL: rate > quality.rate_doubtful,
        flags.PEU_DE_LOCAUX: locaux < quality.min_premises,
        flags.LOCAUX_D_UN_AUTRE_TRIMESTRE: counts["locaux_quarter"] != counts["quarter"],
    }
    measured: pd.DataFrame = counts.assign(
        locaux_restants=(locaux - raccordables).clip(lower=0).astype("Int64"),
        taux_couverture_ftth=rate.clip(upper=1).astype(float).round(6),
        flags=flags.raised(masks),
    )
    return measured


def latest_quarter(fibre: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that communes show: the latest `releve` of their département.

    A file may cover some départements only, so the latest quarter is that of each. A commune that
    its département's latest quarter lacks has no row: an older one would be out of date unsaid.
    """
    now = fibre.loc[fibre["series"] == RELEVE]
    departements = now["code_insee"].map(departement_of)
    return now.loc[now["quarter"] == now.groupby(departements)["quarter"].transform("max")]
