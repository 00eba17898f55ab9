"""Measures before and after, and the sentence that says them."""

from __future__ import annotations

from typing import cast

import pytest

from carto.planning.scenarios.effect import Effect
from webapp.scenarios.effect_measures import class_lines, finding, measure_lines

NBSP = "\xa0"
BEFORE = {
    "population_beyond_time": 5000.0,
    "accessibility_median": 0.654,
    "communes_underserved": 4.0,
    "accessibility_gini": 0.5,
    **{f"communes_verdict_{key}": 0.0 for key in ("1", "indetermine", "sans_objet")},
    **{f"population_verdict_{key}_share": 0.1 for key in ("1", "indetermine", "sans_objet")},
    **{"communes_verdict_3": 1.0, "communes_verdict_2": 3.0, "communes_verdict_0": 6.0},
    **{f"population_verdict_{key}_share": 0.2 for key in ("0", "2", "3")},
}


class _State:
    def __init__(self, **changed: float | None) -> None:
        self.figures = BEFORE | changed


class _Effect:
    def __init__(self, **changed: float | None) -> None:
        self.before, self.after = _State(), _State(**changed)


def effect(**changed: float | None) -> Effect:
    return cast(Effect, _Effect(**changed))


def test_the_sentence_says_what_moves() -> None:
    moved = effect(
        population_beyond_time=3760.0, accessibility_median=0.686, communes_underserved=3.0
    )
    assert finding("Ici", moved, 2, 20.0) == (
        f"Avec ces 2 changements, 1\u202f240{NBSP}habitants passent sous 20{NBSP}min "
        f"(3\u202f760 restent au-delà){NBSP}; l'offre accessible médiane passe de 0,65 à "
        f"0,69{NBSP}h{NBSP}; 3{NBSP}communes sont sous-desservies au lieu de 4."
    )


def test_one_commune_and_one_person_are_singular() -> None:
    moved = effect(population_beyond_time=5001.0, communes_underserved=1.0)
    said = finding("Ici", moved, 1, 20.0)
    assert f"1{NBSP}habitant passe au-delà de 20{NBSP}min" in said
    assert f"1{NBSP}commune est sous-desservie au lieu de 4" in said


def test_before_any_change_the_sentence_says_today() -> None:
    assert finding("Ici", effect(), 0, 20.0).startswith("Ici aujourd'hui")
    nobody = _Effect()
    nobody.before = _State(population_beyond_time=0.0, communes_underserved=0.0)
    said = finding("Ici", cast(Effect, nobody), 0, 20.0)
    assert f"aucun habitant ne vit à plus de 20{NBSP}min" in said
    assert "aucune commune n'est sous-desservie" in said


@pytest.mark.parametrize("missing", ["population_beyond_time", "accessibility_median"])
def test_what_is_unknown_is_never_zero(missing: str) -> None:
    moved = effect(**{missing: None})
    line = next(one for one in measure_lines(moved, 20.0) if one.after == "donnée absente")
    assert line.svg == ""
    assert line.change.startswith("Inconnu")
    assert "None" not in finding("Ici", moved, 1, 20.0)


def test_the_change_is_that_of_the_numbers_that_are_read() -> None:
    line = measure_lines(effect(accessibility_median=0.686), 20.0)[1]
    assert (line.before, line.after) == (f"0,65{NBSP}h", f"0,69{NBSP}h")
    assert line.change == f"0,04{NBSP}h de plus."
    assert "Inchangé" in measure_lines(effect(accessibility_median=0.6541), 20.0)[1].change


def test_classes_that_nobody_is_or_was_in_are_left_out() -> None:
    lines = class_lines(effect(communes_verdict_2=2.0, communes_verdict_0=7.0))
    assert [(one.key, one.change) for one in lines] == [("3", "="), ("2", "−1"), ("0", "+1")]
