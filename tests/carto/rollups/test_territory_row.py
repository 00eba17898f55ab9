"""One territory rolled up from rows; that it equals tables is held on the demonstration."""

from __future__ import annotations

from typing import Any

import pytest

from carto.rollups.aggregates import NUMBERS, TEXTS
from carto.rollups.territory_row import territory_quarters, territory_row
from carto.tables.rollups import GROUPE
from carto.tables.territory_fibre import TERRITORY_FIBRE
from carto.verdict.parameters import Parameters

NAMED = {
    **{"groupe": "g", "nom": "Essai", "departements": "29", "communes_expected": 2},
    **{"communes_missing": "", "codes_anciens": ""},
}


def commune(code: str, **values: Any) -> dict[str, Any]:
    """Make a commune of which little is known."""
    unknown = dict.fromkeys((*NUMBERS, *TEXTS, "is_underserved", "is_commune_relais"))
    return {**unknown, "code_insee": code, **values}


def fibre(code: str, quarter: str, done: int | None) -> dict[str, Any]:
    """Make a row of the fibre of a commune of a hundred premises."""
    rate = None if done is None else done / 100
    left = None if done is None else 100 - done
    counts = {"locaux": 100, "locaux_raccordables": done, "locaux_restants": left}
    named = {"code_insee": code, "series": "releve", "quarter": quarter}
    return {**named, **counts, "taux_couverture_ftth": rate}


def test_a_row_has_the_columns_of_its_contract_as_published_ones_hold_them() -> None:
    rows = [commune("29001", population=10, need=2.0), commune("29002", population=30, need=6.0)]
    row = territory_row(GROUPE, NAMED, rows, Parameters())
    assert list(row) == [name for name in GROUPE.names if name != "geometry"]
    assert (row["population"], row["need"]) == (40, 5.0)
    assert (type(row["population"]), type(row["need"])) == (int, float)
    assert row["accessibility"] is None
    assert row["fibre_quarters"] is None
    assert row["sentence"].startswith("Essai")


def test_a_sum_with_an_unknown_commune_is_unknown() -> None:
    rows = [commune("29001", population=10), commune("29002")]
    assert territory_row(GROUPE, NAMED, rows, Parameters())["population"] is None


def test_the_fibre_is_summed_quarter_by_quarter_where_enough_people_are_informed() -> None:
    rows = [commune("29001", population=90), commune("29002", population=10)]
    told = [
        *(fibre("29001", "2026-T1", 50), fibre("29002", "2026-T1", 100)),
        *(fibre("29001", "2026-T2", 80), fibre("29002", "2026-T2", None)),
        *(fibre("29002", "2025-T4", 10), fibre("29001", "2025-T3", None)),
    ]
    found = territory_quarters(("groupe", "g"), told, rows, Parameters())
    assert [list(row) for row in found] == [list(TERRITORY_FIBRE.names)] * 3
    assert [(row["quarter"], row["taux_couverture_ftth"]) for row in found] == [
        ("2025-T4", None),
        ("2026-T1", pytest.approx(0.75)),
        ("2026-T2", pytest.approx(0.8)),
    ]
