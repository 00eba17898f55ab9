"""The dumbbells of a comparison: one scale for all, every value in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from webapp.comparison.compared_ids import TerritoryId
from webapp.comparison.compared_territories import Territory, compared_territories, references
from webapp.comparison.comparison_strips import Strip, strips
from webapp.views.compared_measures import Measure, compared_measures


@pytest.fixture
def measures(facts: Mapping[str, Any]) -> tuple[Measure, ...]:
    return compared_measures(facts)


def territories(*rows: dict[str, Any]) -> tuple[Territory, ...]:
    chosen = [
        (TerritoryId("epci", str(rank)), {"nom": f"Lieu {rank}", **row})
        for rank, row in enumerate(rows)
    ]
    return compared_territories(chosen)


def drawn(measures: tuple[Measure, ...], *rows: dict[str, Any]) -> dict[str, Strip]:
    return {one.label: one for one in strips(territories(*rows), (), measures)}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_what_nobody_knows_is_not_drawn(measures: tuple[Measure, ...]) -> None:
    found = drawn(measures, {"need": 4.0}, {"need": None})
    assert list(found) == ["Besoin d'aide, de 1 à 10"]
    (strip,) = found.values()
    assert [(line.mark, plain(line.written), line.is_missing) for line in strip.lines] == [
        ("A", "4,0 sur 10", False),
        ("B", "donnée absente", True),
    ]
    assert strip.caption == "Une seule valeur connue."


@pytest.mark.parametrize(
    ("column", "values", "caption", "ends"),
    [
        ("taux_couverture_ftth", (0.975, 0.916), "Écart : 5,9 points.", ("90 %", "100 %")),
        ("taux_couverture_ftth", (0.2, 1.0), "Écart : 80,0 points.", ("20 %", "100 %")),
        ("nearest_site_min", (7.9, 33.0), "Écart : 25,1 min.", ("0 min", "35 min")),
        ("population_beyond_time_share", (0.0, 0.01), "Écart : 1,0 point.", ("0 %", "10 %")),
        ("need", (5.04, 5.04), "Aucun écart.", ("1", "10")),
    ],
)
def test_a_scale_holds_the_values_and_the_threshold(
    measures: tuple[Measure, ...],
    column: str,
    values: tuple[float, float],
    caption: str,
    ends: tuple[str, str],
) -> None:
    (strip,) = drawn(measures, *({column: value} for value in values)).values()
    assert plain(strip.caption) == caption
    assert all(f">{end}<" in plain(strip.svg) for end in ends)


def test_references_stand_beside_with_their_own_marks(measures: tuple[Measure, ...]) -> None:
    compared = territories({"need": 4.0}, {"need": 6.0})
    around = references(
        compared,
        [
            (TerritoryId("epci", "0"), {"nom": "Lieu 0"}),
            (TerritoryId("france", "FR"), {"nom": "France", "need": 5.0}),
        ],
    )
    (strip,) = strips(compared, around, measures)
    assert [(line.mark, line.nom) for line in strip.lines][2:] == [("1", "France")]
    assert "Écart : 2,0 points." in plain(strip.caption)
