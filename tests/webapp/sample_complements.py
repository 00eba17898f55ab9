"""Rows of the complements of the sample, by table; a table without rows is published empty."""

from __future__ import annotations

from collections.abc import Mapping

from tests.webapp.sample_rows import Row


def _contribution(code: str, site: str, km: float, minutes: float, people: float) -> Row:
    """Say what one place of 30 h a week brings to a commune, with full weight."""
    return {
        "code_insee": code,
        "site_id": site,
        "km": km,
        "minutes": minutes,
        "weight": 1.0,
        "hours_per_week": 30.0,
        "people": people,
        "accessibility": round(30_000 / people, 6),
    }


COMPLEMENT_ROWS: Mapping[str, list[Row]] = {
    "contributions": [
        _contribution("29019", "fs-173", 2.1, 5.6, 75000.0),
        _contribution("29019", "fs-2046", 3.2, 7.5, 136363.6),
    ],
}
