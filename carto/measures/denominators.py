"""What the rates of ARCEP were divided by, and since when: published rates change with it.

Three definitions of the premises followed one another. A step between two of them is a change of
definition, not of the network: at the end of 2019 the published rate fell in 18 of 100
départements (Rhône from 78 to 69 %). Rates of change are therefore computed within one of them, or
on one count of premises kept for all quarters.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_ROUNDING = 1.0
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Denominator:
    """One definition of the premises.

    Attributes
    ----------
    first, last
        First and last quarters published by it; an empty text is no limit.
    definition
        What is counted, in French.
    source
        Who says so.
    """

    first: str
    last: str
    definition: str
    source: str


# The third quarter of 2019 is of none of them: no document says which one it follows.
DENOMINATORS = (
    Denominator(
        "",
        "2019-T2",
        "Logements et établissements d'au moins un salarié, comptés par l'INSEE.",
        "ARCEP, Observatoire du haut et très haut débit",
    ),
    Denominator(
        "2019-T4",
        "2024-T3",
        "Meilleure estimation des locaux à date : le plus grand des comptes des opérateurs et de "
        "l'INSEE.",
        "Observatoire des territoires",
    ),
    Denominator(
        "2024-T4",
        "",
        "Meilleure estimation des locaux à date, dont une partie est publiée comme étant en cours "
        "de construction.",
        "Avicca",
    ),
)
CONSTRUCTION_SINCE = DENOMINATORS[-1].first
UNKNOWN = -1


def denominator_of(quarter: str) -> int:
    """Position in `DENOMINATORS` of the one that a quarter was published by; `UNKNOWN` if none.

    >>> denominator_of("2019-T2"), denominator_of("2019-T3"), denominator_of("2026-T2")
    (0, -1, 2)
    """
    for position, known in enumerate(DENOMINATORS):
        if known.first <= quarter and (not known.last or quarter <= known.last):
            return position
    return UNKNOWN


def published_falls(percents: Floats) -> NDArray[np.bool_]:
    """Find where published rates fall by more than their rounding.

    The network does not shrink: such a fall is a change of what rates are divided by.

    Parameters
    ----------
    percents
        Rates of n territories over q quarters in a row, in whole percents; NaN where unknown.

    Returns
    -------
    numpy.ndarray
        bool, (n, q): whether the rate of a quarter is more than one point under the one before.

    Examples
    --------
    >>> published_falls(np.array([[78.0, 69.0, 70.0], [100.0, 99.0, 99.0]])).tolist()
    [[False, True, False], [False, False, False]]
    """
    steps = np.diff(percents, axis=1, prepend=np.nan)
    return np.asarray(steps < -_ROUNDING - _TOLERANCE)
