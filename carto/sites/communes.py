"""The commune of each place: the one declared, else that of its point, else that of its name."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from carto import flags
from carto.codes import departement_of
from carto.sites.names import Bools, name_of_commune
from carto.territories import Territories

# Degrees: a point a little off the coast or a border still belongs to the nearest commune.
_NEAR_DEGREES = 0.005


@dataclass(frozen=True, eq=False)
class Homes:
    """The commune of each place.

    Attributes
    ----------
    code_insee
        Code per row; missing where nothing tells.
    declared_code
        The code where the source gives it, missing where the commune was deduced.
    raised
        Flag to the rows that it is raised for.
    """

    code_insee: pd.Series
    declared_code: pd.Series
    raised: dict[str, Bools]


def find_homes(sites: pd.DataFrame, territories: Territories) -> Homes:
    """Find the commune of each place.

    A missing code, or one that is no commune's, gives way to that of the commune that contains the
    point: else it would put the place beyond the perimeter, where the demand is unknown. Without a
    point, to the only commune of that name in the département of the postal code. A place in no
    known contour keeps its code: it lies beyond.

    Parameters
    ----------
    sites
        Columns `code_insee`, `longitude`, `latitude` (may be missing), `nom_commune` and
        `code_postal`.
    territories
        The communes in the data.
    """
    given = sites["code_insee"].astype(object)
    given = given.where(given.notna(), None)
    is_known = given.isin(territories.known)
    around = _commune_around(sites, territories).where(~is_known, None)
    has_point = sites["longitude"].notna() & sites["latitude"].notna()
    nowhere = ~is_known & ~has_point
    named = _commune_named(sites[nowhere], territories).reindex(sites.index)
    code = given.where(around.isna(), around)
    code = code.where(named.isna(), named)
    return Homes(
        code_insee=code,
        declared_code=given.where(given == code, None),
        raised={
            flags.CODE_CORRIGE: (given.notna() & (given != code)).to_numpy(),
            flags.COMMUNE_DEDUITE: (given.isna() & code.notna()).to_numpy(),
        },
    )


def _commune_around(sites: pd.DataFrame, territories: Territories) -> pd.Series:
    """Code of the commune that contains each point; else None.

    A point without a declared commune may also lie a little off the coast or the border.
    """
    codes = territories.table["code_insee"].to_numpy()
    tree = shapely.STRtree(territories.table.geometry.to_numpy())
    found = pd.Series(None, index=sites.index, dtype=object)
    coordinates = sites[["longitude", "latitude"]].to_numpy(dtype=float, na_value=np.nan)
    placed = np.flatnonzero(np.isfinite(coordinates).all(axis=1))
    points = np.asarray(shapely.points(coordinates[placed]))
    place, commune = tree.query(points, "within")
    found.iloc[placed[place]] = codes[commune]
    lost = np.flatnonzero((sites["code_insee"].isna() & found.isna()).to_numpy()[placed])
    place, commune = tree.query_nearest(points[lost], max_distance=_NEAR_DEGREES, all_matches=False)
    found.iloc[placed[lost[place]]] = codes[commune]
    return found


def _commune_named(sites: pd.DataFrame, territories: Territories) -> pd.Series:
    """Code of the only commune of each name in the département of the postal code; else None."""
    communes = territories.table
    by_name: dict[tuple[str, str], list[str]] = {}
    for code, nom in zip(communes["code_insee"], communes["nom"], strict=True):
        by_name.setdefault((post_area(code), name_of_commune(nom)), []).append(code)
    found = [
        by_name.get((post_area(postal), name_of_commune(nom)), [])
        if isinstance(postal, str)
        else []
        for postal, nom in zip(sites["code_postal"], sites["nom_commune"], strict=True)
    ]
    only = [codes[0] if len(codes) == 1 else None for codes in found]
    return pd.Series(only, index=sites.index, dtype=object)


def post_area(code: str) -> str:
    """Département as postal codes tell it: they do not part Corsica in two.

    >>> post_area("2A004"), post_area("20000"), post_area("97411")
    ('20', '20', '974')
    """
    return departement_of(code).replace("2A", "20").replace("2B", "20")
