"""The network on a map: two sides of one rate, and a gain around zero."""

from __future__ import annotations

import pytest

from carto.drawing.indicators.classification import INDICATORS
from carto.drawing.indicators.network_indicators import GAIN_LABELS, GAIN_POINTS

LEFT, GAIN = INDICATORS["reste"], INDICATORS["evolution"]


def test_what_is_left_has_the_bounds_of_the_rate_seen_from_the_other_end() -> None:
    fibre = INDICATORS["fibre"].scale.bounds
    assert LEFT.scale.bounds == tuple(100 - bound for bound in reversed(fibre))
    assert [one.colour for one in LEFT.classes] == [
        one.colour for one in reversed(INDICATORS["fibre"].classes)
    ]


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"taux_couverture_ftth": 0.92, "locaux_restants": 812}, "8,0 % (812 locaux)"),
        ({"taux_couverture_ftth": 0.999999, "locaux_restants": 1}, "0,0001 % (1 local)"),
        ({"taux_couverture_ftth": 1.0, "locaux_restants": 0}, "0,0 % (0 local)"),
        ({"taux_couverture_ftth": 0.92, "locaux_restants": None}, "8,0 %"),
        ({"taux_couverture_ftth": None}, "donnée absente"),
    ],
)
def test_a_share_is_written_with_its_count(columns, words) -> None:
    assert LEFT.text(columns).replace("\xa0", " ") == words


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (12.34, "+12,3 points"),
        (1.5, "+1,5 point"),
        (0.0, "0,0 point"),
        (-3.21, "−3,2 points"),
        (0.9999, "+0,9999 point"),
    ],
)
def test_a_gain_has_its_sign_and_stays_on_its_side_of_a_bound(points, words) -> None:
    assert GAIN.text({"fibre_gain_points": points}).replace("\xa0", " ") == words


def test_a_missing_gain_says_why() -> None:
    row = {"fibre_gain_points": None, "reasons": {"fibre_gain_points": "LOCAUX_REVUS"}}
    assert GAIN.class_of(row) is None
    assert GAIN.text(row).startswith("donnée absente\xa0: ")


def test_zero_is_in_the_middle_of_the_gains_and_in_no_loss() -> None:
    assert GAIN.classes[GAIN.class_of({"fibre_gain_points": 0})].label.startswith("stable")
    assert len(GAIN_LABELS) == len(GAIN_POINTS) + 1


def test_only_what_is_left_has_circles() -> None:
    assert {key for key, one in INDICATORS.items() if one.circles} == {"reste"}
