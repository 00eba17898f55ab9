"""The projections as rows: one per commune with a known pace, and per quarter to come."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carto.measures.commune_projection import ESTIMEE
from carto.measures.projection import Forecast
from carto.quarters import quarter_at, rank_of
from carto.tables.projections import PROJECTIONS

_RATE_DECIMALS = 4
_PREMISES_DECIMALS = 1


def projection_rows(communes: pd.DataFrame, forecast: Forecast) -> pd.DataFrame:
    """Write the forecast of the communes whose status is `estimee`.

    Parameters
    ----------
    communes
        With `code_insee`, `fibre_quarter` and `projection_status`.
    forecast
        What may come, row by row.

    Returns
    -------
    pandas.DataFrame
        Meets the contract `projections`, by commune and horizon.
    """
    status = communes["projection_status"].to_numpy(dtype=object)
    rows = np.flatnonzero(status == ESTIMEE).astype(np.int64)
    estimated = forecast.take(rows)
    codes = communes["code_insee"].to_numpy(dtype=object)[rows]
    starts = [rank_of(quarter) for quarter in communes["fibre_quarter"].iloc[rows]]
    horizons = np.arange(1, estimated.rate.shape[1] + 1)
    ranks = (np.array(starts, dtype=np.int64)[:, None] + horizons).ravel()
    written = {rank: quarter_at(rank) for rank in sorted(set(ranks.tolist()))}
    table = pd.DataFrame(
        {
            "code_insee": np.repeat(codes, len(horizons)),
            "horizon": np.tile(horizons, len(rows)),
            "quarter": pd.Series([written[rank] for rank in ranks.tolist()], dtype=object),
            "rate": estimated.rate.ravel().round(_RATE_DECIMALS),
            "rate_low": estimated.low.ravel().round(_RATE_DECIMALS),
            "rate_high": estimated.high.ravel().round(_RATE_DECIMALS),
            "locaux_restants": estimated.left.ravel().round(_PREMISES_DECIMALS),
        }
    )
    return table.sort_values(["code_insee", "horizon"], ignore_index=True)[list(PROJECTIONS.names)]


def left_over_time(communes: pd.DataFrame, projections: pd.DataFrame) -> pd.DataFrame:
    """Sum the premises left of a territory, quarter by quarter.

    A commune without a projection keeps what it has left today: nobody knows better, and it would
    else seem done.

    Parameters
    ----------
    communes
        Communes of the territory, published: `code_insee`, `projection_status`,
        `locaux_restants`.
    projections
        Rows of these communes or of more, meeting the contract `projections`.

    Returns
    -------
    pandas.DataFrame
        `horizon` from 1, `locaux_restants`, and `communes_projected`, how many of the sum are
        projected; empty when none is, or when the premises left of one are unknown.
    """
    own = projections[projections["code_insee"].isin(communes["code_insee"])]
    if own.empty or communes["locaux_restants"].isna().any():
        return pd.DataFrame(columns=["horizon", "locaux_restants", "communes_projected"])
    still = communes.loc[~communes["code_insee"].isin(own["code_insee"]), "locaux_restants"]
    by_horizon = own.groupby("horizon", sort=True)["locaux_restants"]
    return pd.DataFrame(
        {
            "horizon": by_horizon.size().index,
            "locaux_restants": (by_horizon.sum() + float(still.sum())).round(_PREMISES_DECIMALS),
            "communes_projected": by_horizon.size(),
        }
    ).reset_index(drop=True)
