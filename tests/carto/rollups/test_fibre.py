"""Fibre of a territory: ratio of sums, and the quarters that it adds up."""

from __future__ import annotations

import numpy as np
import pytest

from carto.rollups.fibre import roll_up_fibre
from tests.carto.rollups.sample import one_territory


def rolled(**changed: list[object]) -> dict[str, object]:
    """Roll up two communes of 900 and 100 inhabitants."""
    columns = {
        "population": [900.0, 100.0],
        "locaux": [100.0, 300.0],
        "locaux_raccordables": [100.0, 150.0],
        "locaux_restants": [0.0, 150.0],
        "taux_couverture_ftth": [1.0, 0.5],
        "fibre_quarter": ["2026-T2", "2025-T4"],
    } | changed
    return {name: value for name, (value,) in roll_up_fibre(one_territory(columns)).items()}


def test_two_quarters_are_both_said() -> None:
    assert rolled()["fibre_quarters"] == "2025-T4|2026-T2"
    assert rolled(fibre_quarter=["2026-T2", "2026-T2"])["fibre_quarters"] == "2026-T2"


def test_only_the_quarters_of_what_is_summed_are_said() -> None:
    found = rolled(taux_couverture_ftth=[1.0, np.nan])
    assert (found["fibre_quarters"], found["locaux"]) == ("2026-T2", 100)
    assert found["fibre_informed_share"] == 0.9


def test_a_suppressed_rate_says_no_quarter() -> None:
    found = rolled(taux_couverture_ftth=[np.nan, 0.5])
    assert found["fibre_quarters"] is None
    assert np.isnan([found["locaux"], found["taux_couverture_ftth"]]).all()
    assert found["fibre_informed_share"] == 0.1


def test_the_rate_is_the_ratio_of_sums() -> None:
    assert rolled()["taux_couverture_ftth"] == pytest.approx(250 / 400)
