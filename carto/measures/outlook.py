"""Outlook of the communes: the forecast of each one, or why it has none.

A commune is forecast from the quarter that it shows: from its history when the history reaches that
quarter, since its premises are counted once for all quarters; else from the quarters published.
All communes of the files are forecast, whatever is asked for: what is said of one does not depend
on the perimeter.
"""

from __future__ import annotations

import pandas as pd

from carto.measures.fibre import latest_quarter
from carto.measures.projection import Forecast, concatenate, forecast, no_forecast
from carto.measures.rollout import rollout_of
from carto.verdict.parameters import Projection
from carto.vocabulary import HISTORIQUE, RELEVE


def forecast_communes(
    fibre: pd.DataFrame | None, codes: pd.Series, projection: Projection
) -> Forecast:
    """Forecast some communes from the latest quarter of each.

    Parameters
    ----------
    fibre
        Measured fibre of both series (`carto.measures.fibre.measure_fibre`); None without a source.
    codes
        The communes wanted.
    projection
        Window, targets, horizon and κ.

    Returns
    -------
    Forecast
        In the order of `codes`; nothing for a commune without a latest quarter.
    """
    if fibre is None or not (fibre["series"] == RELEVE).any():
        return no_forecast(len(codes), projection)
    now = latest_quarter(fibre)[["code_insee", "quarter"]]
    history = fibre.loc[fibre["series"] == HISTORIQUE, ["code_insee", "quarter"]]
    reached = set(now.merge(history, on=["code_insee", "quarter"])["code_insee"])
    series = now["code_insee"].isin(reached).map({True: HISTORIQUE, False: RELEVE})
    found, order = [], []
    for (name, last), group in now.groupby([series, now["quarter"]], sort=True):
        members = group["code_insee"].sort_values(ignore_index=True)
        of_series = fibre.loc[fibre["series"] == name]
        found.append(forecast(rollout_of(of_series, members, str(last)), projection))
        order.append(members)
    found.append(no_forecast(1, projection))
    place = pd.Index(pd.concat(order)).get_indexer(pd.Index(codes))
    return concatenate(found).take(place)
