"""Sums of two quarters: only over what compares."""

from __future__ import annotations

import numpy as np
import pytest

from tests.webapp.evolutions.two_quarters import COMMUNES, counts
from webapp.evolutions.quarter_sums import counts_of, sums

EVERYONE = np.ones(len(COMMUNES), dtype=bool)


def test_sums_leave_out_what_does_not_compare() -> None:
    total = sums(*counts(), EVERYONE)
    assert (total.communes, total.compared) == (6, 3)
    assert total.before == pytest.approx(1900 / 3000)
    assert total.after == pytest.approx(2160 / 3010)
    assert (total.connected, total.premises) == (260, 10)
    assert total.gain == pytest.approx(71.8 - 63.3)


def test_nothing_that_compares_has_no_rate() -> None:
    chosen = np.zeros(len(COMMUNES), dtype=bool)
    chosen[4:] = True
    total = sums(*counts(), chosen)
    assert (total.before, total.after, total.gain, total.compared) == (None, None, None, 0)


def test_every_commune_has_one_outcome() -> None:
    counted = counts_of(counts()[2], EVERYONE)
    assert list(counted.values()) == [1, 1, 1, 1, 0, 1, 1]
