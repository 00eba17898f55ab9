"""Rows of the complements of the sample, by table; a table without rows is published empty."""

from __future__ import annotations

from collections.abc import Mapping

from tests.webapp.sample_rows import Row


def _contribution(code: str, site: str, km: float, minutes: float, hours: float) -> Row:
    """Say what one place brings to a commune, with full weight."""
    return {
        "code_insee": code,
        "site_id": site,
        "km": km,
        "minutes": minutes,
        "weight": 1.0,
        "accessibility": hours,
    }


COMPLEMENT_ROWS: Mapping[str, list[Row]] = {
    "contributions": [
        _contribution("29019", "fs-173", 2.1, 5.6, 0.4),
        _contribution("29019", "fs-2046", 3.2, 7.5, 0.22),
    ],
}
