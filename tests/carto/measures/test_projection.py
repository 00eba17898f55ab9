"""Projection: what is said, with which band, and when nothing is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from carto import flags
from carto.measures.backtest import past_errors, shrunken
from carto.measures.projection import concatenate, first_quarter, forecast, no_forecast, said
from carto.measures.rollout import Rollout
from carto.verdict.parameters import Projection
from tests.carto.measures.panel import rollout, simulated

PARAMETERS = Projection()
KNOWN = forecast(simulated(600, 20), PARAMETERS)


def test_the_band_holds_the_forecast_and_stays_a_rate() -> None:
    some = KNOWN.is_estimated
    assert some.mean() > 0.9
    low, rate, high = KNOWN.low[some], KNOWN.rate[some], KNOWN.high[some]
    assert (low <= rate).all()
    assert (rate <= high).all()
    assert (low >= 0).all()
    assert (high <= 1).all()


def test_rates_rise_and_never_reach_one_while_premises_are_left() -> None:
    some = KNOWN.is_estimated & (KNOWN.left_now > 0) & (KNOWN.hazard < 1)
    assert (np.diff(KNOWN.rate[some], axis=1) >= 0).all()
    assert (KNOWN.rate[some] < 1).all()


def test_the_quarter_of_a_target_is_that_of_the_rates() -> None:
    some = KNOWN.is_estimated & (KNOWN.quarters[:, 1] > 0)
    said = KNOWN.quarters[some, 1]
    read = first_quarter(KNOWN.rate[some], 0.99)
    within = np.isfinite(read)
    np.testing.assert_array_equal(said[within], read[within])
    assert (said[~within] > PARAMETERS.max_q).all()


def test_without_a_new_premises_in_a_year_it_is_stopped() -> None:
    stopped = forecast(
        rollout(np.array([1000.0, 1000.0]), np.array([[700.0] * 5, [700.0, 705, 710, 715, 720]])),
        PARAMETERS,
    )
    assert stopped.why_not.tolist() == [flags.A_L_ARRET, ""]


def test_near_the_end_a_stop_is_a_slow_pace() -> None:
    slow = forecast(
        rollout(np.array([1000.0, 1000.0]), np.array([[960.0] * 5, [900.0, 910, 920, 930, 940]])),
        PARAMETERS,
    )
    assert slow.why_not.tolist() == ["", ""]
    assert 0 < slow.hazard[0] < slow.hazard[1]


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ([700.0] * 4, flags.TRIMESTRES_INSUFFISANTS),
        ([700.0, 720.0, 740.0, 700.0, 720.0], flags.REVISION),
    ],
)
def test_what_does_not_compare_is_not_forecast(counts: list[float], reason: str) -> None:
    found = forecast(rollout(np.array([1000.0]), np.array([counts])), PARAMETERS)
    assert found.why_not.tolist() == [reason]
    assert not found.is_estimated.any()
    assert np.isnan(found.quarters).all()


def test_without_errors_elsewhere_there_is_no_band() -> None:
    one_departement = replace(
        simulated(200, 20), departement=np.full(200, "29"), group=np.full(200, "29")
    )
    found = forecast(one_departement, PARAMETERS)
    assert np.isnan(found.low).all()
    assert found.is_estimated.any()


def beside(*added: list[float]) -> Rollout:
    """Put territories of 1000 premises beside those of a simulation, ten of each."""
    panel, times = simulated(600, 12), 10
    more = rollout(np.full(len(added) * times, 1000.0), np.repeat(np.array(added), times, axis=0))
    return replace(
        panel,
        premises=np.concatenate([panel.premises, more.premises]),
        connectable=np.concatenate([panel.connectable, more.connectable]),
        departement=np.concatenate([panel.departement, np.full(len(added) * times, "zz")]),
        group=np.concatenate([panel.group, np.full(len(added) * times, "zz")]),
    )


def test_those_that_had_finished_or_stopped_do_not_narrow_the_band() -> None:
    finished, stopped = [1000.0] * 12, [900.0] * 12
    panel, crowded = simulated(600, 12), beside(finished, stopped)
    alone, among = forecast(panel, PARAMETERS), forecast(crowded, PARAMETERS)
    np.testing.assert_array_equal(among.low[:600], alone.low)
    np.testing.assert_array_equal(among.high[:600], alone.high)
    every = past_errors(crowded, shrunken, (1,), PARAMETERS)
    spoken = past_errors(crowded, said, (1,), PARAMETERS)
    assert len(every.error) - len(spoken.error) >= 2 * 10 * 7


def test_forecasts_are_put_together_and_taken_in_any_order() -> None:
    both = concatenate([KNOWN, no_forecast(2, PARAMETERS)])
    taken = both.take(np.array([601, 0]))
    assert taken.why_not.tolist() == [flags.TRIMESTRES_INSUFFISANTS, KNOWN.why_not[0]]
    np.testing.assert_array_equal(taken.rate[1], KNOWN.rate[0])


def test_a_band_that_is_unknown_at_first_and_known_to_be_low_later_says_nothing() -> None:
    assert np.isnan(first_quarter(np.array([[np.nan, 0.5]]), 0.95)).all()
    assert first_quarter(np.array([[0.96, np.nan]]), 0.95).tolist() == [1.0]
