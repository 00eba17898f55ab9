"""Tests of `webapp.embedding.value_lines`."""

from __future__ import annotations

from carto.drawing.indicators.classification import INDICATORS
from webapp.embedding.value_lines import value_lines


def row(code: str, **columns: object) -> dict[str, object]:
    return {
        "code_insee": code,
        "nom": f"Commune {code}",
        "population": 1000,
        "reasons": {},
    } | columns


def test_the_most_worrying_come_first_and_the_missing_last() -> None:
    rows = [
        row("29001", taux_couverture_ftth=None),
        row("29002", taux_couverture_ftth=0.99),
        row("29003", taux_couverture_ftth=0.3, population=None),
    ]
    lines = value_lines(INDICATORS["fibre"], rows)
    assert [line.path for line in lines] == ["/commune/29003", "/commune/29002", "/commune/29001"]
    assert [line.population for line in lines] == ["donnée absente", "1\u202f000", "1\u202f000"]
    assert lines[0].value.startswith("30")
    assert "absente" in lines[-1].value
