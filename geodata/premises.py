"""Counts of premises as ARCEP's files give them: one commune, one quarter, two counts.

A rate somewhat above 1 is real (the estimate of premises lags behind the network); far above, the
row is wrong. No premises at all is a count like any other: the rate, not the count, is missing.
"""

from __future__ import annotations

from geodata.reading.header import WantedColumn
from geodata.values.numbers import is_missing
from geodata.values.verdicts import Remark, UnusableValueError

HIGHEST_RATE = 1.5
# ARCEP publishes it since T4 2024, among the premises of the observatory.
UNDER_CONSTRUCTION = WantedColumn(
    "locaux_en_construction",
    ("Estimation*locaux*en*construction*", "locaux_en_construction"),
    is_required=False,
)
_ZONES = {
    "ztd": "ZTD",
    "zipri": "zipri",
    "amii": "zipri",
    "amel": "zipri",
    "zipu": "zipu",
    "rip": "zipu",
}


def require_possible(locaux: int | None, raccordables: int | None, remark: Remark) -> None:
    """Refuse a rate that cannot be; remark on one that is doubtful, as `remark_doubts` does.

    Raises
    ------
    UnusableValueError
        `TAUX_IMPOSSIBLE`: more than `HIGHEST_RATE` connectable premises for each one.
    """
    if locaux is not None and raccordables is not None and raccordables > HIGHEST_RATE * locaux:
        raise UnusableValueError("TAUX_IMPOSSIBLE", _said(locaux, raccordables))
    remark_doubts(locaux, raccordables, remark)


def remark_doubts(locaux: int | None, raccordables: int | None, remark: Remark) -> None:
    """Remark on a rate above 1 (`TAUX_SUPERIEUR_A_UN`) or without premises (`LOCAUX_NULS`)."""
    if locaux is None or raccordables is None:
        return
    if locaux == 0:
        remark("LOCAUX_NULS", "nombre de locaux nul : taux absent")
    elif raccordables > locaux:
        said = f"{_said(locaux, raccordables)} : l'estimation des locaux est en retard"
        remark("TAUX_SUPERIEUR_A_UN", said)


def read_zone(text: str, remark: Remark) -> str | None:
    """Read the zone of the rollout; AMII and AMEL are private ones, RIP the public one.

    A zone of no such name is left out with a remark (`ZONE_INCONNUE`).

    Examples
    --------
    >>> read_zone("ZTD", print), read_zone("rip", print), read_zone("", print)
    ('ZTD', 'zipu', None)
    """
    if is_missing(text):
        return None
    zone = _ZONES.get(text.strip().casefold())
    if zone is None:
        remark("ZONE_INCONNUE", f"zone « {text.strip()} » : ZTD, zipri ou zipu attendu")
    return zone


def _said(locaux: int, raccordables: int) -> str:
    """Say both counts."""
    return f"{raccordables} locaux raccordables sur {locaux}"
