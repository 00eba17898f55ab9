"""An indicator as the maps ask it: order of its classes, value, words."""

from __future__ import annotations

from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.indicators.indicator import classes_of


def test_the_class_that_calls_for_the_most_attention_comes_first() -> None:
    assert INDICATORS["fibre"].worst_first == (0, 1, 2, 3, 4)
    assert INDICATORS["reste"].worst_first == (4, 3, 2, 1, 0)


def test_the_value_is_that_of_the_column_or_what_is_measured() -> None:
    row = {"taux_couverture_ftth": 0.92}
    assert INDICATORS["fibre"].value(row) == 0.92
    assert INDICATORS["reste"].value(row) == 8.0
    assert INDICATORS["reste"].value({}) is None


def test_a_class_is_named_after_its_place_and_one_at_most_is_the_worst() -> None:
    made = classes_of(["peu", "assez", "beaucoup"], ["#fff", "#888", "#000"], worst=None)
    assert [class_.key for class_ in made] == ["0", "1", "2"]
    assert not any(class_.is_worst for class_ in made)
