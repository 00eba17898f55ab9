"""How far the verdicts of the country hold: the figures of the study of the method."""

from __future__ import annotations

from statistics import median

import pytest

from tests.demo import Built

pytestmark = pytest.mark.france


def test_some_three_positives_in_five_hold_in_nine_draws_out_of_ten(built_france: Built) -> None:
    positives = [row for row in built_france.by_code().values() if row["is_underserved"]]
    known = [row for row in positives if row["underserved_probability"] is not None]
    assert len(known) > 0.99 * len(positives)
    held = sum(row["underserved_probability"] >= 0.9 for row in known) / len(known)
    assert held == pytest.approx(0.59, abs=0.04)


def test_weights_move_a_rank_by_an_eighth_of_the_departement(built_france: Built) -> None:
    communes = [row for row in built_france.by_code().values() if row["departement"] == "29"]
    widths = [row["rank_high"] - row["rank_low"] for row in communes if row["rank"] is not None]
    assert len(communes) == 277
    assert median(widths) == pytest.approx(34, abs=4)


def test_every_rank_lies_in_its_interval(built_france: Built) -> None:
    for row in built_france.by_code().values():
        if row["rank"] is not None:
            assert 1 <= row["rank_low"] <= row["rank"] <= row["rank_high"]
