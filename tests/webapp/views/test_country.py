"""France is the sum of its départements: no mean of rates, no unknown taken for zero."""

from __future__ import annotations

from typing import Any

import pytest

from tests.webapp.sample import DEPARTEMENT
from webapp.views.country import SUMMED, country_legend_lines, country_row, regions

Row = dict[str, Any]
NBSP = "\u00a0"


def departement(code: str, nom: str, region: str, **columns: object) -> Row:
    return DEPARTEMENT[0] | {"code_departement": code, "nom": nom, "region": region} | columns


ROWS = [
    departement("29", "Finistère", "53", locaux=100, locaux_raccordables=10, locaux_restants=90),
    departement("38", "Isère", "84", locaux=900, locaux_raccordables=900, locaux_restants=0),
    departement("01", "Ain", "84", locaux=0, locaux_raccordables=0, locaux_restants=0),
]


def test_counts_are_sums_and_the_rate_is_that_of_the_sums() -> None:
    row = country_row(ROWS)
    assert row["taux_couverture_ftth"] == 0.91
    assert row["population"] == 3 * DEPARTEMENT[0]["population"]
    assert row["sentence"].startswith(f"France{NBSP}: 9{NBSP}communes sur 24")


@pytest.mark.parametrize("column", SUMMED)
def test_a_sum_that_lacks_a_part_is_unknown(column: str) -> None:
    row = country_row([*ROWS, departement("02", "Aisne", "32", **{column: None})])
    assert row[column] is None
    assert (row["taux_couverture_ftth"] is None) == (column in ("locaux", "locaux_raccordables"))


def test_departements_are_listed_by_name_in_their_region() -> None:
    found = regions(ROWS)
    assert [region.nom for region in found] == ["Auvergne-Rhône-Alpes", "Bretagne"]
    assert [line.nom for line in found[0].departements] == ["Ain", "Isère"]


def test_the_legend_shows_missing_values_only_when_there_are_some() -> None:
    assert not any(line.is_missing for line in country_legend_lines(ROWS))
    unknown = departement("02", "Aisne", "32", population_underserved=None)
    lines = country_legend_lines([*ROWS, unknown])
    assert (lines[-1].is_missing, lines[-1].communes) == (True, f"1{NBSP}département")
