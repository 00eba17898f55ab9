"""Alerts at their thresholds, and Kleene's logic of what is unknown."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.verdict import alerts as rules
from carto.verdict.alerts import Alert
from carto.verdict.parameters import Alerts

NAN, INF = float("nan"), float("inf")
DEFAULT = Alerts()


def offre(minutes: float, low: float, high: float) -> bool | None:
    array = [np.array([value]) for value in (minutes, low, high)]
    return rules.offre(array[0], array[1], array[2], DEFAULT).as_list()[0]


def known(truth: bool | None) -> Alert:
    return Alert(np.array([truth is True]), np.array([truth is not False]))


@pytest.mark.parametrize(
    ("minutes", "low", "high", "expected"),
    [
        (20.0, 0.5, 0.5, False),
        (20.01, 0.5, 0.5, True),
        (INF, 0.0, 0.0, True),
        (5.0, 0.285, 0.285, False),
        (5.0, 0.2849, 0.2849, True),
        (5.0, 0.1, 0.2, True),
        (5.0, 0.3, 0.9, False),
        (5.0, 0.2, 0.3, None),
        (20.01, 0.2, 0.3, True),
        (5.0, NAN, NAN, None),
        (25.0, NAN, NAN, True),
        (NAN, 0.1, 0.1, True),
        (NAN, 0.5, 0.5, None),
        (NAN, NAN, NAN, None),
    ],
)
def test_offre(minutes: float, low: float, high: float, expected: bool | None) -> None:
    assert offre(minutes, low, high) is expected


@pytest.mark.parametrize(("need", "expected"), [(7.0, True), (6.99, False), (NAN, None)])
def test_besoin(need: float, expected: bool | None) -> None:
    assert rules.besoin(np.array([need]), DEFAULT).as_list() == [expected]


@pytest.mark.parametrize(
    ("rate", "copper", "expected"),
    [
        (0.95, 0, False),
        (0.949999, 0, True),
        (1.0, 0, False),
        (0.0, 0, True),
        (0.97, 1, False),
        (0.97, 2, True),
        (0.97, 4, True),
        (0.97, NAN, None),
        (0.9, NAN, True),
        (NAN, 0, None),
        (NAN, 3, True),
        (NAN, NAN, None),
    ],
)
def test_connectivite(rate: float, copper: float, expected: bool | None) -> None:
    assert rules.connectivite(*np.array([[rate], [copper]]), DEFAULT).as_list() == [expected]


KLEENE_OR = {
    (True, True): True,
    (True, False): True,
    (True, None): True,
    (False, False): False,
    (False, None): None,
    (None, None): None,
}


@pytest.mark.parametrize(("pair", "expected"), list(KLEENE_OR.items()))
def test_or_of_unknowns(pair: tuple[bool | None, bool | None], expected: bool | None) -> None:
    one, other = (known(truth) for truth in pair)
    assert (one | other).as_list() == [expected]
    assert (other | one).as_list() == [expected]
    assert (one | other).known.tolist() == [expected is not None]


@given(st.floats(0, 2), st.floats(0, 2), st.floats(0, 2))
def test_bounds_decide_only_what_every_value_between_them_decides(
    one: float, other: float, share: float
) -> None:
    low, high = sorted((one, other))
    between = min(low + (high - low) * share / 2, high)
    alert = rules.between_bounds(np.array([low]), np.array([high]), 0.285)
    assert (alert.low <= alert.high).all()
    bounded = alert.as_list()[0]
    exact = rules.below([between], 0.285).as_list()[0]
    assert bounded in (exact, None)
    assert (bounded is None) == (low < 0.285 <= high)


@pytest.mark.parametrize("rule", [rules.below, rules.at_least, rules.above])
@given(st.floats(allow_nan=True))
def test_what_is_sure_may_be(rule: object, value: float) -> None:
    alert = rule([value], 1.0)  # type: ignore[operator]
    assert (alert.low <= alert.high).all()
    assert alert.as_list()[0] is None if np.isnan(value) else alert.known.all()


def test_thresholds_of_the_operator_are_followed() -> None:
    other = Alerts(
        time_min=30.0, apl_ratio=1.0, apl_ref=1.0, need=9.0, fibre_pct=80.0, copper_class=3
    )
    assert rules.offre(*np.array([[29.0], [0.9], [0.9]]), other).as_list() == [True]
    assert rules.besoin(np.array([8.0]), other).as_list() == [False]
    assert rules.connectivite(np.array([0.79]), np.zeros(1), other).as_list() == [True]
