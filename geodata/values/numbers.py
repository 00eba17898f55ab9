"""Numbers as French files write them: decimal comma, spaced thousands, marks of secrecy.

A missing mark is a missing value, never zero.
"""

from __future__ import annotations

import re
from decimal import Decimal

from geodata.values.verdicts import UnusableValueError

MISSING_MARKS = frozenset({"", "s", "ns", "nd", "c", "nan", "n/a", "na", "null", "none", "-"})
LARGEST = 10**9

_SPACES = " \u00a0\u202f"
_GROUPED = re.compile(rf"[-+]?\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:[.,]\d+)?")
_PLAIN = re.compile(r"[-+]?\d+(?:[.,]\d*)?(?:[eE][-+]?\d{1,2})?")


def is_missing(text: str) -> bool:
    """Whether a cell holds no value: blank, or a mark of statistical secrecy.

    >>> is_missing(" ns "), is_missing("0")
    (True, False)
    """
    return text.strip().casefold() in MISSING_MARKS


def read_number(text: str) -> float | None:
    r"""Read a number; None when missing.

    Raises
    ------
    UnusableValueError
        `NOMBRE_ILLISIBLE`, or `NOMBRE_HORS_LIMITES` beyond a thousand million.

    Examples
    --------
    >>> read_number("3\u202f150,5"), read_number("s")
    (3150.5, None)
    """
    exact = _read_decimal(text)
    return None if exact is None else float(exact)


def read_count(text: str, *, dash_is_zero: bool = False) -> int | None:
    """Read a count: a whole number, not negative; None when missing.

    Parameters
    ----------
    text
        Cell as published (`9435.000000000000000` is 9435).
    dash_is_zero
        True for files where a lone dash is an accounting zero (the ARCEP observatory).

    Raises
    ------
    UnusableValueError
        `NOMBRE_ILLISIBLE`, `NOMBRE_HORS_LIMITES`, `NOMBRE_NEGATIF` or `NOMBRE_NON_ENTIER`.

    Examples
    --------
    >>> read_count(" -    ", dash_is_zero=True), read_count("-"), read_count("9435.000")
    (0, None, 9435)
    """
    if dash_is_zero and text.strip() == "-":
        return 0
    exact = _read_decimal(text)
    if exact is None:
        return None
    if exact < 0:
        raise UnusableValueError("NOMBRE_NEGATIF", f"« {text} » est négatif")
    if exact != exact.to_integral_value():
        raise UnusableValueError("NOMBRE_NON_ENTIER", f"« {text} » n'est pas un nombre entier")
    return int(exact)


def _read_decimal(text: str) -> Decimal | None:
    """Read a number exactly."""
    if is_missing(text):
        return None
    written = text.strip()
    if _GROUPED.fullmatch(written):
        written = re.sub(f"[{_SPACES}]", "", written)
    elif not (written.isascii() and _PLAIN.fullmatch(written)):
        raise UnusableValueError("NOMBRE_ILLISIBLE", f"« {text} » n'est pas un nombre")
    exact = Decimal(written.replace(",", "."))
    if abs(exact) > LARGEST:
        raise UnusableValueError("NOMBRE_HORS_LIMITES", f"« {text} » est trop grand")
    return exact
