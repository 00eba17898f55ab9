"""The territories one can choose from."""

from __future__ import annotations

from typing import Any

from tests.webapp.sample import DEPARTEMENT, TABLES
from webapp.thresholds.territory_choice import MOST_LISTED, listing, regions

Row = dict[str, Any]


def departement(code: str, nom: str, region: str | None) -> Row:
    return DEPARTEMENT[0] | {"code_departement": code, "nom": nom, "region": region}


def test_departements_are_listed_by_name_in_their_region() -> None:
    rows = [
        departement("29", "Finistère", "53"),
        departement("38", "Isère", "84"),
        departement("01", "Ain", "84"),
        departement("975", "Saint-Pierre-et-Miquelon", None),
    ]
    levels = {"departement": {row["code_departement"]: row for row in rows}, "region": {"84": {}}}
    found = regions(levels)
    assert [(region.nom, region.path) for region in found] == [
        ("Auvergne-Rhône-Alpes", "/region/84"),
        ("Bretagne", ""),
        ("Hors région", ""),
    ]
    assert [choice.nom for choice in found[0].departements] == ["Ain", "Isère"]


def test_a_choice_says_what_calls_for_attention() -> None:
    row = DEPARTEMENT[0] | {
        "communes_underserved": 2,
        "population_underserved": 150,
        "population": 1000,
    }
    (choice,) = listing("departement", {"29": row}).choices
    assert choice.finding == "2\u00a0communes\u00a0; 15,0\u00a0%"
    (calm,) = listing("departement", {"29": row | {"communes_underserved": 0}}).choices
    assert calm.finding == "aucune"


def test_unknown_people_are_said_to_be_unknown() -> None:
    row = DEPARTEMENT[0] | {"communes_underserved": 2, "population_underserved": None}
    (choice,) = listing("departement", {"29": row}).choices
    assert choice.finding.endswith("donnée absente")


def test_too_many_to_read_are_only_counted() -> None:
    rows = {f"{rank:09}": TABLES["epci"][0] for rank in range(MOST_LISTED + 1)}
    found = listing("epci", rows)
    assert (found.total, found.choices) == (MOST_LISTED + 1, ())
