"""Fibre: locaux raccordables over locaux, with both counts, the rest, and what is doubtful.

    τ = R / L      U = max(L − R, 0)      τ' = R / (L − K)
    bracket        from R / max(L, L of INSEE) to R / (L − K), each as far as it is known

`locaux_raccordables` (R) counts premises that an operator can connect without delay; `locaux`
(L) is ARCEP's best estimate. The estimate may lag: R > L exists. The counts are kept as they are,
the rate is shown as at most 1 and flagged. Raccordable is neither raccordé nor abonné. The estimate
counts premises under construction, K, published since T4 2024: τ' leaves them out.

Two series are published and never mixed: `releve`, where both counts are of the same quarter, and
`historique`, where one estimate of premises serves all quarters, so that its rates compare quarters
but are not those once published. What communes show now always comes from the first.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from carto import flags
from carto.codes import departement_of
from carto.measures.revisions import revised
from carto.measures.rollout import ranks_of
from carto.verdict.parameters import Projection, Quality
from carto.vocabulary import HISTORIQUE, RELEVE


def measure_fibre(
    tables: Mapping[str, pd.DataFrame], quality: Quality, projection: Projection
) -> pd.DataFrame:
    """Rate, rest and flags of each commune, quarter and series.

    Parameters
    ----------
    tables
        Tables by source id, of which `fibre` and `fibre_history` are taken if they are there; each
        meets its input contract.
    quality
        Limits of doubt: rate above `rate_doubtful`, fewer premises than `min_premises`.
    projection
        What a revision is.

    Returns
    -------
    pandas.DataFrame
        The counts with `locaux_quarter`, `series`, `locaux_restants` (Int64),
        `taux_couverture_ftth`, `taux_hors_construction`, `taux_low`, `taux_high` (0–1) and `flags`
        (codes joined by `|`). Missing counts, or no premises at all, give missing values.
    """
    counts = _counts(tables)
    locaux = counts["locaux"].astype("Float64")
    raccordables = counts["locaux_raccordables"].astype("Float64")
    rate = raccordables / locaux.where(locaux > 0)
    masks = {
        flags.DENOM_SOUS_ESTIME: (rate > 1) & (rate <= quality.rate_doubtful),
        flags.TAUX_ANORMAL: rate > quality.rate_doubtful,
        flags.PEU_DE_LOCAUX: locaux < quality.min_premises,
        flags.LOCAUX_D_UN_AUTRE_TRIMESTRE: counts["locaux_quarter"] != counts["quarter"],
        flags.REVISION: _revisions(counts, projection),
    }
    built = locaux - counts["locaux_en_construction"].astype("Float64")
    of_built = raccordables / built.where(built > 0)
    widest = locaux.where(~(counts["locaux_insee"] > locaux).fillna(False), counts["locaux_insee"])
    low = raccordables / widest.where(locaux > 0)
    measured: pd.DataFrame = counts.assign(
        locaux_restants=(locaux - raccordables).clip(lower=0).astype("Int64"),
        taux_couverture_ftth=_share(rate),
        taux_hors_construction=_share(of_built),
        taux_low=_share(low),
        taux_high=_share(of_built.fillna(rate)),
        flags=flags.raised(masks),
    )
    return measured


def _counts(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Put both series together; what one estimate of premises is made of stays at its quarter."""
    beside = ["locaux_en_construction", "locaux_insee"]
    series = []
    if "fibre_history" in tables:
        history = tables["fibre_history"]
        at_its_date = history["locaux_quarter"] == history["quarter"]
        history = history.assign(
            series=HISTORIQUE, **{name: history[name].where(at_its_date) for name in beside}
        )
        series.append(history)
    if "fibre" in tables:
        now = tables["fibre"].assign(series=RELEVE)
        now = now.assign(locaux_quarter=now["quarter"], locaux_insee=np.nan)
        series.insert(0, now)
    counts = pd.concat(series, ignore_index=True)
    if len(series) > 1:
        key = [counts["code_insee"], counts["quarter"]]
        for name in beside:
            of_quarter = counts[name].astype("Int64").groupby(key).transform("first")
            published = counts["series"] == RELEVE
            counts[name] = counts[name].where(counts[name].notna() | ~published, of_quarter)
    return counts.astype(dict.fromkeys(beside, "Int64"))


def _revisions(counts: pd.DataFrame, projection: Projection) -> pd.Series:
    """Find where the connectable premises of a series fall from the quarter just before."""
    ordered = counts.assign(rank=ranks_of(counts["quarter"])).sort_values(
        ["series", "code_insee", "rank"]
    )
    before = ordered.groupby(["series", "code_insee"])[["rank", "locaux_raccordables"]].shift()
    follows = before["rank"] + 1 == ordered["rank"]
    fell = revised(
        before["locaux_raccordables"].to_numpy(dtype=float, na_value=np.nan),
        ordered["locaux_raccordables"].to_numpy(dtype=float, na_value=np.nan),
        projection,
    )
    return (follows & fell).reindex(counts.index)


def _share(rate: pd.Series) -> pd.Series:
    """Round a rate, at most 1."""
    return rate.clip(upper=1).astype(float).round(6)


def latest_quarter(fibre: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that communes show: the latest `releve` of their département.

    A file may cover some départements only, so the latest quarter is that of each. A commune that
    its département's latest quarter lacks has no row: an older one would be out of date unsaid.
    """
    now = fibre.loc[fibre["series"] == RELEVE]
    departements = now["code_insee"].map(departement_of)
    return now.loc[now["quarter"] == now.groupby(departements)["quarter"].transform("max")]
