"""Incomes as INSEE publishes them: medians in euros, poverty rates in per cent with a floor."""

from __future__ import annotations

from geodata.values.numbers import read_number
from geodata.values.verdicts import Remark, UnusableValueError

# INSEE publishes no poverty rate under this one: lower rates are raised to it.
POVERTY_FLOOR = 5.0


def read_median(text: str) -> float | None:
    """Read a median standard of living, € a year; None when missing.

    Raises
    ------
    UnusableValueError
        `NOMBRE_ILLISIBLE`, or `NOMBRE_HORS_LIMITES` under one euro.

    Examples
    --------
    >>> read_median("20120,5"), read_median("s")
    (20120.5, None)
    """
    median = read_number(text)
    if median is not None and median < 1:
        raise UnusableValueError("NOMBRE_HORS_LIMITES", f"niveau de vie de {median:g} € par an")
    return median


def read_poverty_rate(text: str, remark: Remark) -> float | None:
    """Read a poverty rate, per cent; None when missing.

    Parameters
    ----------
    text
        Cell as published.
    remark
        Told `TAUX_PLANCHER` when the rate is the floor, under which INSEE gives no figure.

    Raises
    ------
    UnusableValueError
        `NOMBRE_ILLISIBLE`, or `NOMBRE_HORS_LIMITES` when it is no percentage.

    Examples
    --------
    >>> read_poverty_rate("12,5", lambda code, said: print(code))
    12.5
    """
    rate = read_number(text)
    if rate is None:
        return None
    if not 0 <= rate <= 100:
        raise UnusableValueError("NOMBRE_HORS_LIMITES", f"taux de pauvreté de {rate:g} %")
    if rate == POVERTY_FLOOR:
        remark("TAUX_PLANCHER", "taux de pauvreté publié 5 %, peut-être plus bas en réalité")
    return rate
