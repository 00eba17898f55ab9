"""Territories counted again: the definitions of the build, on the communes of a rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from carto.verdict.evidence import Evidence
from webapp.rule.rule import Rule
from webapp.rule.ruled_communes import BEYOND, KnownCommunes
from webapp.rule.ruled_territories import counted_columns, recounted
from webapp.snapshots.overlaid_row import OverlaidRows

PUBLISHED = {"t": {"nom": "Ici", "communes_count": 3, "communes_expected": 3, "population": 1000}}
DECIDED = {
    "verdict": ["3", "0", "indetermine"],
    "typology": ["cumul", "pourvue", None],
    "is_underserved": [True, False, None],
}


def known(by_squares: Sequence[float | None] = (None, None, None)) -> KnownCommunes:
    """Give three communes of 100, 300 and 600 inhabitants; the last one has no place in reach."""
    rows = [
        {
            "population": people,
            "nearest_site_min": minutes,
            "sites_count": 0,
            BEYOND: share,
        }
        for people, minutes, share in zip(
            (100, 300, 600), (12.0, 18.0, None), by_squares, strict=True
        )
    ]
    nothing = np.full(3, np.nan)
    return KnownCommunes(rows, Evidence(*[nothing] * 6), np.zeros(3, dtype=bool))


def counted(rule: Rule, communes: KnownCommunes, members: Sequence[int] = (0, 1, 2)) -> Any:
    """Count the only territory under a rule."""
    columns = counted_columns(communes, DECIDED)
    return OverlaidRows(PUBLISHED, recounted(PUBLISHED, lambda _: members, columns, rule))["t"]


def test_communes_and_people_are_counted_by_class_and_type() -> None:
    columns = recounted(
        PUBLISHED, lambda _: (0, 1, 2), counted_columns(known(), DECIDED), Rule(fibre_min=90.0)
    )
    found = {name: values[0] for name, values in columns.items()}
    assert found["communes_verdict_3"] == found["communes_underserved"] == 1
    assert found["communes_verdict_indetermine"] == found["communes_type_indetermine"] == 1
    assert found["population_verdict_0_share"] == 0.3
    assert found["population_underserved"] == found["population_type_cumul"] == 100
    assert found["communes_underserved_robuste"] is None
    assert BEYOND not in found


def test_counts_are_whole_and_shares_are_not() -> None:
    columns = recounted(
        PUBLISHED, lambda _: (0, 1, 2), counted_columns(known(), DECIDED), Rule(temps_max=15.0)
    )
    for name, values in columns.items():
        value = values[0]
        if value is not None and name != "sentence":
            assert isinstance(value, float if name.endswith("_share") else int), name


@pytest.mark.parametrize(("limit", "share"), [(10.0, 1.0), (15.0, 0.9), (20.0, 0.6)])
def test_people_far_follow_the_threshold_of_time(limit: float, share: float) -> None:
    columns = recounted(
        PUBLISHED, lambda _: (0, 1, 2), counted_columns(known(), DECIDED), Rule(temps_max=limit)
    )
    assert columns[BEYOND][0] == share


def test_people_counted_by_square_are_not_counted_again() -> None:
    columns = recounted(
        PUBLISHED,
        lambda _: (0, 1, 2),
        counted_columns(known((0.5, None, None)), DECIDED),
        Rule(temps_max=15.0),
    )
    assert columns[BEYOND][0] is None


def test_the_sentence_says_the_new_counts() -> None:
    said = str(counted(Rule(fibre_min=90.0), known())["sentence"]).replace("\u00a0", " ")
    assert said.startswith("Ici : 1 commune sur 3 (10,0 % des habitants) est sous-desservie")
    assert "1 prioritaire" in said
