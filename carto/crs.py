"""The metric projection of each territory, by law (décret du 26 décembre 2000) and EPSG.

Distances and areas are computed in it; never across two of them. French Polynesia spreads over four
UTM zones and is measured in that of Tahiti: lengths are 1 % too long at the Marquises, 2 % at the
Gambier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

LAMBERT_93 = 2154
_OVERSEAS = {
    **{"971": 5490, "972": 5490, "973": 2972, "974": 2975, "975": 4467, "976": 4471},
    **{"977": 5490, "978": 5490, "986": 8903, "987": 3297, "988": 3163},
}
_NAMES = {
    2154: "Lambert-93",
    5490: "RGAF09 / UTM 20N",
    2972: "RGFG95 / UTM 22N",
    2975: "RGR92 / UTM 40S",
    4471: "RGM04 / UTM 38S",
    4467: "RGSPM06 / UTM 21N",
    8903: "RGWF96 / UTM 1S",
    3297: "RGPF / UTM 6S",
    3163: "RGNC91-93 / Lambert Nouvelle-Calédonie",
}


def metric_crs(departement: str) -> int:
    """EPSG code of the metric projection of a département.

    >>> metric_crs("29"), metric_crs("974")
    (2154, 2975)
    """
    return _OVERSEAS.get(departement, LAMBERT_93)


def by_zone(departements: Iterable[str]) -> Iterator[tuple[int, NDArray[np.bool_]]]:
    """Part rows by the metric projection of their département.

    Parameters
    ----------
    departements
        Code of the département of each row.

    Yields
    ------
    tuple
        EPSG code, rising, and the mask of its rows; no row, no zone.

    Examples
    --------
    >>> [(epsg, mask.tolist()) for epsg, mask in by_zone(["29", "974", "2A"])]
    [(2154, [True, False, True]), (2975, [False, True, False])]
    """
    epsg = np.array([metric_crs(code) for code in departements], dtype=np.int64)
    for zone in np.unique(epsg):
        yield int(zone), epsg == zone


def projection_name(epsg: int) -> str:
    """Name of a projection, for the margin of a map.

    >>> projection_name(2154)
    'Lambert-93'
    """
    return _NAMES.get(epsg, f"EPSG:{epsg}")
