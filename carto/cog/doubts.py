"""What the passage from another COG year makes doubtful, said on the communes and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import geopandas as gpd
import pandas as pd

from carto import flags
from carto.cog.carry import Doubt

_ESTIMATES = (flags.ESTIME_FUSION, flags.ESTIME_PARTAGE)
# Values that are missing when one of their parts is.
_PARTS = {
    "locaux": ("locaux", "locaux_restants", "taux_couverture_ftth"),
    "locaux_raccordables": ("locaux_raccordables", "locaux_restants", "taux_couverture_ftth"),
}


def on_communes(
    communes: gpd.GeoDataFrame, reasons: Sequence[dict[str, str]], doubts: Iterable[Doubt]
) -> list[str]:
    """Flag estimated values, and say why others are missing.

    Parameters
    ----------
    communes
        With `code_insee`, `fibre_quarter` and `flags`.
    reasons
        Why values are missing, by row; those that the passage explains are replaced.
    doubts
        Those of the tables that communes take values from. Doubts about another quarter than the
        one that a commune shows do not concern it.

    Returns
    -------
    list of str
        The new `flags`.
    """
    rows = {code: row for row, code in enumerate(communes["code_insee"])}
    quarters = communes["fibre_quarter"].astype(object).tolist()
    raised: defaultdict[int, set[str]] = defaultdict(set)
    for doubt in doubts:
        row = rows.get(doubt.key[0])
        if row is None or (len(doubt.key) > 1 and doubt.key[1] != quarters[row]):
            continue
        if doubt.flag in _ESTIMATES:
            raised[row].add(doubt.flag)
            continue
        for column in doubt.columns:
            why = dict.fromkeys(_PARTS.get(column, (column,)), doubt.flag)
            reasons[row].update({name: flag for name, flag in why.items() if name in reasons[row]})
    return _joined(communes["flags"], raised)


def on_places(places: pd.DataFrame, doubts: Iterable[Doubt]) -> list[str]:
    """Flag the places whose code was replaced; returns their `flags`."""
    rows = {place: row for row, place in enumerate(places["id"])}
    raised: defaultdict[int, set[str]] = defaultdict(set)
    for doubt in doubts:
        if doubt.key[0] in rows:
            raised[rows[doubt.key[0]]].add(doubt.flag)
    before = places["flags"] if "flags" in places else pd.Series("", index=places.index)
    return _joined(before, raised)


def _joined(before: pd.Series, raised: Mapping[int, set[str]]) -> list[str]:
    """Join flags to those already raised, row by row."""
    return [
        "|".join([*filter(None, [kept]), *sorted(raised.get(row, ()))])
        for row, kept in enumerate(before)
    ]
