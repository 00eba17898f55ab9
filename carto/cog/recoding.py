"""Codes of places and events carried to another year of the COG.

A place has a point: when its commune was divided, the point says in which part it is. Without a
point in any part it stays with the part that stands for the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from carto.cog.passage import Passage


@dataclass(frozen=True, eq=False)
class Recoded:
    """A table in the codes of another year.

    Attributes
    ----------
    table
        The same rows, in the same order, with their codes replaced.
    renewed
        Positions of the rows whose code is now that of its only heir.
    chosen
        Positions of the rows whose commune was divided, unless their point lies in the part that
        kept the code.
    """

    table: pd.DataFrame
    renewed: tuple[int, ...]
    chosen: tuple[int, ...]


def recode(table: pd.DataFrame, passage: Passage, contours: gpd.GeoDataFrame) -> Recoded:
    """Replace the codes of a table that is not keyed by commune.

    Parameters
    ----------
    table
        With `code_insee`, which may be missing or of whatever date; and, for places, `longitude`
        and `latitude` (WGS 84 degrees, may be missing).
    passage
        Codes follow it, also those that no commune had at its start.
    contours
        Communes of its end, EPSG:4326.
    """
    codes = table["code_insee"].astype(object).tolist()
    renewed, chosen = [], []
    for row, code in enumerate(codes):
        heirs = () if pd.isna(code) else passage.became(code)
        if len(heirs) == 1 and heirs != (code,):
            codes[row] = heirs[0]
            renewed.append(row)
        elif len(heirs) > 1:
            found = _containing(table.iloc[row], heirs, contours)
            codes[row] = found or passage.main_heir(code)
            if found != code:
                chosen.append(row)
    new = pd.Series(codes, index=table.index, dtype=table["code_insee"].dtype)
    return Recoded(table.assign(code_insee=new), tuple(renewed), tuple(chosen))


def _containing(row: pd.Series, heirs: Sequence[str], contours: gpd.GeoDataFrame) -> str | None:
    """Code of the first of these communes that contains the point of a row, None without one."""
    point = np.array([row.get("longitude"), row.get("latitude")], dtype=float)
    if np.isnan(point).any():
        return None
    among = contours[contours["code_insee"].isin(heirs)].sort_values("code_insee")
    found = among[among.geometry.covers(shapely.Point(point)).to_numpy()]
    return None if found.empty else str(found["code_insee"].iloc[0])
