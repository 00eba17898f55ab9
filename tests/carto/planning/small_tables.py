"""Tables of a small snapshot: communes along a line and an island, places, published times."""

from __future__ import annotations

from typing import Any

from carto.planning.grounds.ground_tables import GroundTables, gather

# Code, kilometre along the line, land, inhabitants; the last ones are not published.
COMMUNES = (
    ("29001", 0, "continent", 8000),
    ("29002", 10, "continent", 1000),
    ("29155", 0, "Ouessant", 800),
    ("56001", 25, "continent", 900),
    ("56002", 60, "continent", None),
    ("56003", 200, "continent", 400),
)
PUBLISHED = ("29001", "29002", "29155")
# Id, commune, kilometre, hours a week.
PLACES = (("a", "29001", 1, 35), ("b", "56001", 26, 7), ("c", "56002", 63, 14))


def small_tables(
    nearest: dict[str, tuple[str | None, float | None]] | None = None,
    trips: dict[str, list[Any]] | None = None,
) -> GroundTables:
    """Gather the tables; by code, the nearest place and its minutes, and the listed trips."""
    known = nearest or {"29001": ("a", 3.73), "29002": ("a", 17.6), "29155": (None, None)}
    columns = {
        "ground_communes": {
            "code_insee": [code for code, *_ in COMMUNES],
            "nom": [f"Commune {code}" for code, *_ in COMMUNES],
            "population": [people for *_, people in COMMUNES],
            "demand": [people for *_, people in COMMUNES],
            "x_m": [1000.0 * km for _, km, _, _ in COMMUNES],
            "y_m": [0.0] * len(COMMUNES),
            "landmass": [land for _, _, land, _ in COMMUNES],
            "floor_km": [1.0] * len(COMMUNES),
        },
        "ground_places": {
            "id": [id_ for id_, *_ in PLACES],
            "x_m": [1000.0 * km for _, _, km, _ in PLACES],
            "y_m": [0.0] * len(PLACES),
            "landmass": ["continent"] * len(PLACES),
            "hours_per_year": [52.0 * hours for *_, hours in PLACES],
            "is_demand_known": [code != "56002" for _, code, _, _ in PLACES],
        },
    }
    communes = {
        code: {"nearest_site_id": known[code][0], "nearest_site_min": known[code][1]}
        for code in PUBLISHED
    }
    sites = {id_: {"nom": f"Lieu {id_}", "code_insee": code} for id_, code, *_ in PLACES}
    return gather(columns, communes, sites, trips)
