"""Rows of the complements of the sample, by table; a table without rows is published empty."""

from __future__ import annotations

from collections.abc import Mapping

from carto.codes import landmass_of
from carto.legal_projection import to_metres
from tests.webapp.sample_rows import COMMUNES, SITES, Row


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


def _ground_point(row: Row) -> Row:
    """Place a row on the ground of plans."""
    x_m, y_m = to_metres(row["longitude"], row["latitude"], row["departement"])
    return {"x_m": float(x_m), "y_m": float(y_m), "landmass": landmass_of(row["code_insee"])}


def _ground_commune(row: Row) -> Row:
    """Place a commune on the ground of plans; every inhabitant counts for one."""
    named = {name: row[name] for name in ("code_insee", "nom", "departement", "population")}
    return named | _ground_point(row) | {"demand": row["population"], "floor_km": 1.0}


# A commune beyond the perimeter, whose people are not in the data.
PLOUARET: Row = {
    "code_insee": "22207",
    "nom": "Plouaret",
    "departement": "22",
    "longitude": -3.47329,
    "latitude": 48.61132,
    "population": None,
}

COMPLEMENT_ROWS: Mapping[str, list[Row]] = {
    "contributions": [
        _contribution("29019", "fs-173", 2.1, 5.6, 75000.0),
        _contribution("29019", "fs-2046", 3.2, 7.5, 136363.6),
    ],
    "ground_communes": [_ground_commune(row) for row in (PLOUARET, *COMMUNES)],
    "ground_places": [
        {"id": row["id"], **_ground_point(row)}
        | {name: row[name] for name in ("hours_per_year", "is_demand_known")}
        for row in sorted(SITES, key=lambda row: str(row["id"]))
        if row["is_supply"]
    ],
}
