"""The fibre of the sample at three quarters: the counts of the earlier ones are invented."""

from __future__ import annotations

from tests.webapp.sample import FIBRE, TABLES, Row

# Code → (premises, connectable premises) at an earlier quarter; what is not here is not published.
EARLIER: dict[str, dict[str, tuple[int, int]]] = {
    "2024-T2": {"29001": (779, 100), "29019": (101000, 90000)},
    "2025-T2": {
        "29001": (779, 400),
        "29019": (101000, 98000),
        "29042": (8897, 8500),
        "29067": (1030, 900),
        "29083": (483, 0),
        "29232": (40000, 39000),
        "29302": (2432, 2420),
    },
}


def _row(code: str, quarter: str, locaux: int, raccordables: int) -> Row:
    return {
        "code_insee": code,
        "quarter": quarter,
        "series": "releve",
        "locaux": locaux,
        "locaux_quarter": quarter,
        "locaux_raccordables": raccordables,
        "locaux_restants": max(0, locaux - raccordables),
        "taux_couverture_ftth": min(1.0, raccordables / locaux),
        "flags": "",
    }


QUARTERS: list[Row] = [
    *FIBRE,
    *(
        _row(code, quarter, *counts)
        for quarter, told in EARLIER.items()
        for code, counts in told.items()
    ),
]


def _territory(quarter: str) -> Row:
    """Sum the communes that a quarter tells over the département."""
    told = [row for row in QUARTERS if row["quarter"] == quarter]
    summed = {
        name: sum(row[name] for row in told)
        for name in ("locaux", "locaux_raccordables", "locaux_restants")
    }
    return {
        "type": "departement",
        "code": "29",
        "series": "releve",
        "quarter": quarter,
        **summed,
        "taux_couverture_ftth": summed["locaux_raccordables"] / summed["locaux"],
        "fibre_informed_share": 1.0,
    }


QUARTER_TABLES: dict[str, list[Row]] = {
    **TABLES,
    "fibre": QUARTERS,
    "territory_fibre": [_territory(quarter) for quarter in (*EARLIER, "2026-T2")],
}
