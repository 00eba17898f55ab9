"""Classes of the verdict, from the three alerts; the definition is this project's own.

    3  prioritaire      O and B and C
    2  sous-desservie   O and (B or C), not 3
    1  vigilance        any other alert
    0  not under-served no alert

« Sous-desservie » means class 2 or 3. The class never falls when an alert rises, so the lowest
and highest completions of unknown alerts give its bounds; when they agree it is decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from carto.verdict.alerts import Alert, Bools

Classes = NDArray[np.int64]

UNDERSERVED_FROM = 2


@dataclass(frozen=True)
class Verdicts:
    """Bounds of the class of n communes; equal where it is decided."""

    low: Classes
    high: Classes

    @property
    def decided(self) -> Bools:
        """Where the class is known."""
        return np.asarray(self.low == self.high)

    def is_underserved(self) -> list[bool | None]:
        """Whether each commune is under-served, None while completions disagree."""
        return [
            True if low >= UNDERSERVED_FROM else False if high < UNDERSERVED_FROM else None
            for low, high in zip(self.low, self.high, strict=True)
        ]


def class_of(offre: Bools, besoin: Bools, connectivite: Bools) -> Classes:
    """Class of each commune from decided alerts.

    Examples
    --------
    >>> yes, no = np.array([True]), np.array([False])
    >>> [int(class_of(*alerts)[0]) for alerts in [(yes, yes, yes), (yes, no, yes), (no, yes, yes)]]
    [3, 2, 1]
    """
    return np.select(
        [offre & besoin & connectivite, offre & (besoin | connectivite)],
        [3, 2],
        default=(offre | besoin | connectivite).astype(np.int64),
    ).astype(np.int64)


def classify(offre: Alert, besoin: Alert, connectivite: Alert) -> Verdicts:
    """Bounds of the class over all completions of the unknown alerts."""
    return Verdicts(
        class_of(offre.low, besoin.low, connectivite.low),
        class_of(offre.high, besoin.high, connectivite.high),
    )


def possible_classes(alerts: tuple[bool | None, bool | None, bool | None]) -> list[int]:
    """Every class that one commune may still have, rising.

    Examples
    --------
    >>> possible_classes((None, True, True)), possible_classes((True, None, False))
    ([1, 3], [1, 2])
    """
    return list(_possible_classes(alerts))


@cache
def _possible_classes(alerts: tuple[bool | None, ...]) -> tuple[int, ...]:
    """Classes of all completions; three alerts have 27 states only."""
    choices = [(alert,) if alert is not None else (False, True) for alert in alerts]
    offre, besoin, connectivite = np.array(list(product(*choices))).T
    return tuple(int(one) for one in np.unique(class_of(offre, besoin, connectivite)))
