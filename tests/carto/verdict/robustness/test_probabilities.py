"""Shares of draws: bounded, summing to 1, and those of the verdict itself when nothing moves."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carto.verdict.alerts import Alert
from carto.verdict.judgement import Judgement, judge
from carto.verdict.parameters import Parameters
from carto.verdict.robustness.inputs import Case
from carto.verdict.robustness.probabilities import Probabilities, count, try_inputs
from tests.carto.verdict.robustness.cases import STILL, parameters, thrown
from tests.carto.verdict.truth import STATES, Truth, possible, underserved

CASE = thrown(parameters(input_draws=60))
FOUND = try_inputs(CASE)


def judgement(states: tuple[tuple[Truth, Truth, Truth], ...]) -> Judgement:
    alerts = [
        Alert(
            np.array([truth is True for truth in family]),
            np.array([truth is not False for truth in family]),
        )
        for family in zip(*states, strict=True)
    ]
    return Judgement(*alerts)


def reordered(case: Case, order: np.ndarray) -> Case:
    """Put the communes of a case in another order."""
    assert case.reach is not None
    reach = case.reach
    position = np.empty_like(order)
    position[order] = np.arange(len(order))
    trips = reach.catchments.trips
    catchments = replace(
        reach.catchments,
        trips=replace(trips, origin=position[trips.origin]),
        floor_km=reach.catchments.floor_km[order],
        demand=reach.catchments.demand[order],
    )
    nearest = replace(
        reach.nearest,
        **{one.name: getattr(reach.nearest, one.name)[order] for one in fields(reach.nearest)},
    )
    evidence = replace(
        case.evidence,
        **{one.name: getattr(case.evidence, one.name)[order] for one in fields(case.evidence)},
    )
    low, high = case.taux_bracket
    return replace(
        case,
        codes=case.codes[order],
        reach=replace(reach, nearest=nearest, catchments=catchments),
        evidence=evidence,
        taux_bracket=(low[order], high[order]),
    )


def assert_equal(one: Probabilities, other: Probabilities, order: np.ndarray | None = None) -> None:
    for field in fields(Probabilities):
        expected = getattr(one, field.name)
        expected = expected if order is None else expected[order]
        np.testing.assert_array_equal(getattr(other, field.name), expected)


def test_one_draw_says_what_is_sure_in_every_state() -> None:
    found = count([judgement(STATES)])
    for row, state in enumerate(STATES):
        assert [found.offre[row], found.besoin[row], found.connectivite[row]] == [
            float(truth is True) for truth in state
        ]
        classes = possible(state)
        decided = [float(classes == [one]) for one in range(4)]
        assert found.classes[row].tolist() == decided
        assert found.undecided[row] == float(len(classes) > 1)
        truth = underserved(state)
        assert found.underserved_low[row] == float(truth is True)
        assert found.underserved_high[row] == float(truth is not False)


def test_draws_are_averaged() -> None:
    found = count([judgement(((True, True, False),)), judgement(((True, None, False),))])
    assert found.offre.tolist() == [1.0]
    assert found.besoin.tolist() == [0.5]
    assert found.classes.tolist() == [[0.0, 0.0, 0.5, 0.0]]
    assert (found.underserved_low.tolist(), found.underserved_high.tolist()) == ([0.5], [1.0])
    assert found.agreement(np.array([True])).tolist() == [0.5]
    assert found.agreement(np.array([False])).tolist() == [0.0]


def test_shares_are_between_0_and_1_and_classes_sum_to_1() -> None:
    for field in fields(Probabilities):
        values = getattr(FOUND, field.name)
        assert ((values >= 0) & (values <= 1)).all()
    np.testing.assert_allclose(FOUND.classes.sum(axis=1) + FOUND.undecided, 1)
    assert (FOUND.underserved_low <= FOUND.underserved_high).all()
    assert (FOUND.classes[:, 2:].sum(axis=1) <= FOUND.underserved_low + 1e-12).all()


def test_some_verdicts_of_the_territory_do_move() -> None:
    assert ((FOUND.underserved_low > 0) & (FOUND.underserved_low < 1)).any()
    assert (FOUND.underserved_low < FOUND.underserved_high).any()


@given(seed=st.integers(0, 50))
@settings(max_examples=15, deadline=None)
def test_without_noise_the_shares_are_the_verdict(seed: int) -> None:
    case = thrown(Parameters(robustness=replace(STILL, input_draws=2)), seed=seed)
    found = try_inputs(case)
    verdicts = judge(case.evidence, case.parameters.alerts).verdicts
    assert set(found.underserved_low) | set(found.underserved_high) <= {0.0, 1.0}
    assert (found.underserved_low == (verdicts.low >= 2)).all()
    assert (found.underserved_high == (verdicts.high >= 2)).all()


def test_the_same_seed_gives_the_same_shares_and_another_does_not() -> None:
    assert_equal(FOUND, try_inputs(CASE))
    reseeded = replace(CASE.parameters, robustness=replace(CASE.parameters.robustness, seed=5))
    other = try_inputs(replace(CASE, parameters=reseeded))
    assert (other.underserved_low != FOUND.underserved_low).any()


@given(st.permutations(range(len(CASE.codes))))
@settings(max_examples=5, deadline=None)
def test_the_order_of_communes_changes_nothing(order: list[int]) -> None:
    assert_equal(FOUND, try_inputs(reordered(CASE, np.array(order))), np.array(order))


@pytest.mark.parametrize("need_sigma", [0.1, 0.3, 0.5])
@pytest.mark.parametrize("hours_sigma", [0.0, 0.2, 0.4])
def test_a_commune_far_from_every_threshold_never_flips(
    need_sigma: float, hours_sigma: float
) -> None:
    ranges = {"need_sigma": need_sigma, "hours_sigma": hours_sigma, "input_draws": 100}
    case = thrown(parameters(**ranges))
    assert case.reach is not None
    count_ = len(case.codes)
    far = np.full(count_, 90.0)
    served = np.arange(count_) % 2 == 0
    need = np.where(served, 1.0, 10.0)
    catchments = replace(case.reach.catchments, hours=np.full(len(case.hours), 0.001))
    nearest = replace(case.reach.nearest, minutes=far, from_km=np.zeros(count_, dtype=bool))
    taux = np.ones(count_)
    case = replace(
        case,
        reach=replace(case.reach, nearest=nearest, catchments=catchments),
        evidence=replace(case.evidence, need=need, taux=taux),
        taux_bracket=(taux, taux),
    )
    assert (try_inputs(case).underserved_low == ~served).all()
