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


QUARTER_TABLES: dict[str, list[Row]] = {
    **TABLES,
    "fibre": [
        *FIBRE,
        *(
            _row(code, quarter, *counts)
            for quarter, told in EARLIER.items()
            for code, counts in told.items()
        ),
    ],
}
