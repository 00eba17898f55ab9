"""What a scenario changes: gains on one side, losses on the other, nothing in between."""

from __future__ import annotations

import math

import pytest

from carto.drawing import palettes
from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.indicators.difference_indicators import DIFFERENCE, READINGS, difference_of

LARGE_LOSS, LOSS, SAME, GAIN, LARGE_GAIN = range(5)


@pytest.mark.parametrize(
    ("shown", "difference", "expected"),
    [
        ("temps", 5.01, LARGE_LOSS),
        ("temps", 5.0, LOSS),
        ("temps", 0.0, SAME),
        ("temps", -0.01, GAIN),
        ("temps", -math.inf, LARGE_GAIN),
        ("acces", -0.6, LARGE_LOSS),
        ("acces", 0.5, GAIN),
        ("acces", 0.7, LARGE_GAIN),
        ("verdict", 2, LARGE_LOSS),
        ("verdict", -1, GAIN),
        ("verdict", None, None),
        ("acces", math.nan, None),
    ],
)
def test_a_difference_is_a_gain_or_a_loss(shown, difference, expected) -> None:
    assert difference_of(INDICATORS[shown]).class_of({DIFFERENCE: difference}) == expected


@pytest.mark.parametrize("shown", READINGS)
def test_no_change_is_neutral_and_the_large_loss_the_worst(shown) -> None:
    classes = difference_of(INDICATORS[shown]).classes
    assert [one.colour for one in classes] == list(palettes.DIFFERENCE)
    assert [one.is_worst for one in classes] == [True, False, False, False, False]
    red, green, blue = (int(classes[SAME].colour[at : at + 2], 16) for at in (1, 3, 5))
    assert red == green == blue


def test_a_difference_is_written_with_its_sign() -> None:
    indicator = difference_of(INDICATORS["temps"])
    written = [indicator.text({DIFFERENCE: value}) for value in (3.5, -3.5, 0.0, None)]
    assert written == ["+3,50\xa0min", "−3,50\xa0min", "inchangé", "donnée absente"]
