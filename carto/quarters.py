"""Quarters, written `2026-T2`: texts whose alphabetical order is that of time."""

from __future__ import annotations

import datetime


def quarter_of(date: str) -> str:
    """Quarter of an ISO date.

    >>> quarter_of("2026-06-30"), quarter_of("2026-07-01")
    ('2026-T2', '2026-T3')
    """
    day = datetime.date.fromisoformat(date)
    return f"{day.year:04}-T{(day.month + 2) // 3}"


def last_day(quarter: str) -> str:
    """ISO date of the last day of a quarter.

    >>> last_day("2023-T4"), last_day("2026-T2")
    ('2023-12-31', '2026-06-30')
    """
    year, number = quarter.split("-T")
    return f"{year}-{('03-31', '06-30', '09-30', '12-31')[int(number) - 1]}"


def rank_of(quarter: str) -> int:
    """Rank of a quarter in time: that of the next one is one more.

    >>> rank_of("2026-T1") - rank_of("2025-T4")
    1
    """
    year, number = quarter.split("-T")
    return 4 * int(year) + int(number) - 1


def quarter_at(rank: int) -> str:
    """Write the quarter of a rank.

    >>> quarter_at(rank_of("2025-T4") + 2)
    '2026-T2'
    """
    return f"{rank // 4:04}-T{rank % 4 + 1}"
