"""People of the arrondissements of Paris, Lyon and Marseille: what weighs their scores into one.

Legal municipal populations of 2023 (INSEE, Licence Ouverte 2.0), in the order of their codes. They
are weights, which change by less than a per cent a year, and count nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum

_FROM = {"75056": 75101, "69123": 69381, "13055": 13201}
_PEOPLE = {
    "75056": (
        15_114,
        19_847,
        32_179,
        27_332,
        55_252,
        40_389,
        48_015,
        35_317,
        57_271,
        83_873,
        138_170,
        138_024,
        181_271,
        136_455,
        229_713,
        159_386,
        159_212,
        183_127,
        178_691,
        185_140,
    ),
    "69123": (
        28_717,
        29_981,
        100_679,
        34_752,
        47_777,
        49_385,
        88_326,
        85_943,
        53_567,
    ),
    "13055": (
        37_599,
        24_378,
        58_029,
        49_363,
        45_702,
        38_476,
        35_173,
        84_683,
        77_406,
        60_317,
        59_883,
        64_399,
        95_112,
        60_505,
        79_161,
        15_854,
    ),
}
PEOPLE: Mapping[str, int] = {
    str(_FROM[commune] + rank): people
    for commune, counts in _PEOPLE.items()
    for rank, people in enumerate(counts)
}


def mean_of_arrondissements(codes: Sequence[str], values: Sequence[float | None]) -> float | None:
    """Average values of arrondissements by their people.

    Parameters
    ----------
    codes
        Codes of arrondissements.
    values
        One per code.

    Returns
    -------
    float or None
        None when one of the values is missing.

    Examples
    --------
    >>> mean_of_arrondissements(["75101", "75102"], [1.0, None]) is None
    True
    >>> round(mean_of_arrondissements(["69381", "69382"], [1.0, 2.0]), 4)
    1.5108
    """
    people = [PEOPLE[code] for code in codes]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    return fsum(n * value for n, value in zip(people, known, strict=True)) / sum(people)
