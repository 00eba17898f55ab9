"""Classes, types and solidity of the verdicts: each commune counts once, unknowns apart."""

from __future__ import annotations

from typing import Any

import numpy as np

from carto.rollups.verdicts import (
    roll_up_copper,
    roll_up_robustness,
    roll_up_types,
    roll_up_verdicts,
)
from tests.carto.rollups.sample import one_territory


def columns(**changed: list[Any]) -> dict[str, list[Any]]:
    return {
        "population": [100.0, 200.0, 300.0, 0.0],
        "verdict": ["3", "1", "indetermine", "sans_objet"],
        "is_underserved": [True, False, False, False],
        "typology": ["cumul", "pourvue", "", "sans_objet"],
        "robustness": ["robuste", "bascule", "", ""],
        "copper_class": ["CU4", "CU0", "CU0", ""],
    } | changed


def numbers(found: dict[str, Any]) -> dict[str, float]:
    return {name: float(value) for name, (value,) in found.items()}


def test_every_commune_has_one_verdict() -> None:
    found = numbers(roll_up_verdicts(one_territory(columns())))
    classes = [value for name, value in found.items() if name.startswith("communes_verdict_")]
    shares = [value for name, value in found.items() if name.endswith("_share")]
    assert sum(classes) == 4
    assert sum(shares) == 1
    assert (found["communes_underserved"], found["population_underserved"]) == (1, 100)


def test_people_are_counted_by_type() -> None:
    found = numbers(roll_up_types(one_territory(columns())))
    assert found["population_type_cumul"] == 100
    assert found["population_type_pourvue"] == 200
    assert (found["communes_type_indetermine"], found["population_type_indetermine"]) == (1, 300)
    people = [value for name, value in found.items() if name.startswith("population_")]
    communes = [value for name, value in found.items() if name.startswith("communes_")]
    assert (sum(people), sum(communes)) == (600, 3)


def test_solidity_is_that_of_the_underserved() -> None:
    found = numbers(roll_up_robustness(one_territory(columns())))
    assert found == {
        "communes_underserved_robuste": 1,
        "communes_underserved_fragile": 0,
        "communes_underserved_bascule": 0,
    }


def test_classes_of_copper() -> None:
    found = numbers(roll_up_copper(one_territory(columns())))
    assert list(found.values()) == [2, 0, 0, 0, 1]


def test_without_dates_of_closure_there_is_no_class() -> None:
    found = numbers(roll_up_copper(one_territory(columns(copper_class=[""] * 4))))
    assert np.isnan(list(found.values())).all()
