"""The départements of France, listed by région."""

from __future__ import annotations

from typing import Any

from tests.webapp.sample import DEPARTEMENT
from webapp.views.country import regions

Row = dict[str, Any]


def departement(code: str, nom: str, region: str) -> Row:
    return DEPARTEMENT[0] | {"code_departement": code, "nom": nom, "region": region}


def test_departements_are_listed_by_name_in_their_region() -> None:
    rows = [
        departement("29", "Finistère", "53"),
        departement("38", "Isère", "84"),
        departement("01", "Ain", "84"),
    ]
    found = regions(rows)
    assert [region.nom for region in found] == ["Auvergne-Rhône-Alpes", "Bretagne"]
    assert [line.nom for line in found[0].departements] == ["Ain", "Isère"]
