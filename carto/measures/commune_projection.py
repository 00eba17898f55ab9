"""The projection of each commune: its status, the quarters of 95 and 99 %, or why there is none."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
from numpy.typing import NDArray

from carto import flags
from carto.measures.projection import Forecast, first_quarter
from carto.quarters import quarter_at, rank_of
from carto.reasons import Reasons
from carto.verdict.parameters import Projection
from carto.vocabulary import PROJECTION_WORDS

Floats = NDArray[np.float64]

ESTIMEE, ATTEINTE, NON_ESTIMABLE, A_L_ARRET = PROJECTION_WORDS


def join_projection(
    table: gpd.GeoDataFrame, forecast: Forecast, projection: Projection, reasons: Reasons
) -> gpd.GeoDataFrame:
    """Add the status of the projection and its dates to the communes.

    Parameters
    ----------
    table
        Communes with `taux_couverture_ftth` and `fibre_quarter`.
    forecast
        What may come, row by row.
    projection
        Targets and horizon.
    reasons
        Told why a status or a date is missing.

    Returns
    -------
    geopandas.GeoDataFrame
        With `projection_status`, `fibre_95_quarter` and its bounds, `fibre_99_quarter`.
    """
    rate = table["taux_couverture_ftth"].to_numpy(dtype=float, na_value=np.nan)
    status = np.select(
        [
            np.isnan(rate),
            rate >= projection.targets[1],
            forecast.is_estimated,
            forecast.why_not == flags.A_L_ARRET,
        ],
        ["", ATTEINTE, ESTIMEE, A_L_ARRET],
        NON_ESTIMABLE,
    ).astype(object)
    status[status == ""] = None
    joined = table.assign(projection_status=status)
    for name, (target, ahead) in _dates(forecast, projection).items():
        why = np.select(
            [
                (rate >= target) | (ahead == 0),
                ~forecast.is_estimated,
                ahead > projection.max_q,
                np.isnan(ahead),
            ],
            [
                flags.DEJA_ATTEINT,
                forecast.why_not,
                flags.AU_DELA_DE_L_HORIZON,
                flags.INTERVALLE_NON_CALIBRE,
            ],
            "",
        )
        for code in sorted(set(why) - {""}):
            reasons.explain([name], code, why == code)
        reasons.repeat("taux_couverture_ftth", name)
        is_said = (why == "") & ~np.isnan(rate)
        joined[name] = [
            quarter_at(rank_of(start) + int(quarters)) if said else None
            for start, quarters, said in zip(table["fibre_quarter"], ahead, is_said, strict=True)
        ]
    reasons.repeat("taux_couverture_ftth", "projection_status")
    return joined


def _dates(forecast: Forecast, projection: Projection) -> dict[str, tuple[float, Floats]]:
    """Column → target, and quarters to it; the bounds hold the date itself."""
    first, second = projection.targets
    central = forecast.quarters[:, 0]
    early = first_quarter(forecast.high, first)
    late = first_quarter(forecast.low, first)
    return {
        "fibre_95_quarter": (first, central),
        "fibre_95_quarter_low": (first, np.minimum(early, central)),
        "fibre_95_quarter_high": (first, np.maximum(late, central)),
        "fibre_99_quarter": (second, forecast.quarters[:, 1]),
    }
